package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ImageHash;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.illustration.Illustration;
import dev.limner.image.GenerationRequest;
import dev.limner.input.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images that come with a request are nobody's avatars. */
class UploadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PlatformId GATEWAY = new PlatformId("gateway");
    private static final UserRef GUILDS = new UserRef(GATEWAY, "key/guild");
    private static final Member INES = new Member(new UserRef(new PlatformId("discord"), "1"), "Ines", true);
    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;

    @RegisterExtension
    final House house = new House();

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void release() {
        go.countDown();
        clients.shutdownNow();
    }

    @Test
    void while_it_is_drawn_with_a_bound_keys_image_is_in_no_list_and_of_no_use_to_others() throws Exception {
        CountDownLatch begun = waitingPainter();
        CompletableFuture<Caller.Answer> answer = editing("a smith", null);
        awaitBegun(begun);

        assertThat(house.core().avatars().list(House.COMMUNITY)).isEmpty();
        assertThatThrownBy(() -> house.core().avatars().show(House.COMMUNITY, "image1"))
                .isInstanceOf(RefusedException.class);
        Caller guild = house.as(House.GUILD);
        assertThat(guild.get("/api/avatars").json().path("avatars")).isEmpty();
        assertThat(guild.get("/api/avatars/image1").status()).isEqualTo(404);
        assertThat(guild.post("/sdapi/v1/txt2img", "{\"prompt\":\"<be-face:image1:0.3> fog\"}")
                        .status())
                .isEqualTo(422);
        go.countDown();

        assertThat(answer.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(house.painter().requests().get(0).references()).hasSize(1);
        await().atMost(PATIENCE).until(this::nothingIsLeft);
    }

    @Test
    void an_avatar_of_the_same_name_is_what_others_mean_by_it_and_keeps_its_image() throws Exception {
        house.core()
                .avatars()
                .add(
                        House.COMMUNITY,
                        INES,
                        AvatarKind.FACE,
                        "image1",
                        AutomaticTest.file(Painter.png(96, 96, GREEN)),
                        "a smith");

        edit("a smith", null);
        house.as(House.GUILD).post("/sdapi/v1/txt2img", "{\"prompt\":\"<be-face:image1:0.3> fog\"}");

        assertThat(house.painter().requests().get(0).references())
                .singleElement()
                .satisfies(reference -> assertThat(reference.description()).isEmpty());
        assertThat(house.painter().requests().get(1).references())
                .singleElement()
                .satisfies(reference -> assertThat(reference.description()).isEqualTo("a smith"));
        assertThat(house.core().avatars().list(House.COMMUNITY)).hasSize(1);
    }

    @Test
    void images_do_not_count_towards_what_a_community_may_have() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(house.kept().avatars().add(avatar(House.COMMUNITY, "own" + i)))
                    .isTrue();
        }

        assertThat(edit("a smith", null).status()).isEqualTo(200);
    }

    @Test
    void what_failed_is_tried_again_with_the_images_that_come_with_it_again() {
        house.failForGood("The server stumbled.", "500");

        assertThat(edit("a smith", "a").status()).isEqualTo(500);
        assertThat(edit("a smith", "a").status()).isEqualTo(200);

        assertThat(house.painter().requests().get(house.painter().requests().size() - 1))
                .extracting(GenerationRequest::references)
                .satisfies(references -> assertThat(references).hasSize(1));
    }

    @Test
    void of_two_pictures_one_that_came_to_nothing_is_tried_again_with_the_images_and_its_own_seed() throws Exception {
        CountDownLatch begun = waitingPainter();
        CompletableFuture<Caller.Answer> first = CompletableFuture.supplyAsync(() -> edit("a smith", "a", 2), clients);
        awaitBegun(begun);
        List<Illustration> asked = house.kept().illustrations().requestedBy(GUILDS, 100);
        house.studio().illustrator().cancel(asked.get(0).id());
        go.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS).status()).isEqualTo(409);
        await().atMost(PATIENCE).until(this::nothingIsLeft);

        assertThat(edit("a smith", "a", 2).status()).isEqualTo(200);

        assertThat(house.painter().requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.references()).hasSize(1));
        assertThat(house.painter().requests().get(1).composition().seed())
                .isEqualTo(house.painter().requests().get(0).composition().seed() + 1);
        await().atMost(PATIENCE).until(this::nothingIsLeft);
    }

    @Test
    void after_a_crash_those_of_requests_that_have_ended_are_gone_at_the_next_start_and_the_others_when_they_are_drawn()
            throws Exception {
        CountDownLatch begun = waitingPainter();
        CompletableFuture<Caller.Answer> lost = editing("a smith", null);
        awaitBegun(begun);
        house.kept().avatars().add(avatar(CommunityRef.of(new ChannelRef(GATEWAY, "guild/ended")), "image1"));
        house.kept().avatars().add(avatar(House.COMMUNITY, "uploaded"));
        house.stop();
        assertThat(lost.get(60, TimeUnit.SECONDS).status()).isZero();
        CountDownLatch begunAgain = waitingPainter();

        house.start();
        awaitBegun(begunAgain);
        assertThat(house.kept().avatars().ownedBy(GUILDS))
                .extracting(avatar -> avatar.name().value())
                .containsExactlyInAnyOrder("image1", "uploaded");
        go.countDown();

        await().atMost(PATIENCE)
                .until(() -> house.kept().avatars().ownedBy(GUILDS).size() == 1);
        assertThat(house.core().avatars().list(House.COMMUNITY)).hasSize(1);
        assertThat(house.painter().requests().get(1).references()).hasSize(1);
    }

    private boolean nothingIsLeft() {
        return house.kept().avatars().ownedBy(GUILDS).isEmpty();
    }

    private static Avatar avatar(CommunityRef community, String name) {
        ImageHash image = ImageHash.of(Painter.png(96, 96, GREEN));
        return new Avatar(
                community, AvatarKind.FACE, new AvatarName(name), image, 96, 96, GUILDS, false, "", Instant.EPOCH);
    }

    private CountDownLatch waitingPainter() {
        CountDownLatch begun = new CountDownLatch(1);
        house.painter().next((request, progress) -> {
            begun.countDown();
            go.await();
            return Painter.painted(request);
        });
        return begun;
    }

    private static void awaitBegun(CountDownLatch begun) {
        await().atMost(PATIENCE).until(() -> begun.getCount() == 0);
    }

    private CompletableFuture<Caller.Answer> editing(String prompt, @Nullable String once) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return edit(prompt, once);
                    } catch (java.io.UncheckedIOException hungUp) {
                        return new Caller.Answer(0, okhttp3.Headers.of(), new byte[0]);
                    }
                },
                clients);
    }

    private Caller.Answer edit(String prompt, @Nullable String once) {
        return edit(prompt, once, 1);
    }

    private Caller.Answer edit(String prompt, @Nullable String once, int count) {
        Caller guild = house.as(House.GUILD);
        RequestBody image = RequestBody.create(Painter.png(96, 96, RED), MediaType.get("image/png"));
        MultipartBody form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("prompt", prompt)
                .addFormDataPart("n", count + "")
                .addFormDataPart("image[]", "face.png", image)
                .build();
        Request.Builder request = guild.to("/v1/images/edits").post(form);
        if (once != null) {
            request.header("Idempotency-Key", once);
        }
        return guild.send(request.build());
    }
}
