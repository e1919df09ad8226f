package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.FakeUser;
import dev.limner.image.ImageBackend;
import dev.limner.image.JobBook;
import dev.limner.image.Pictures;
import dev.limner.image.a1111.A1111Backend;
import dev.limner.image.a1111.A1111Settings;
import dev.limner.image.a1111.FakeA1111;
import dev.limner.image.a1111.FakeKind;
import dev.limner.image.openai.FakeOpenAi;
import dev.limner.image.openai.OpenAiBackend;
import dev.limner.image.openai.OpenAiSettings;
import dev.limner.image.wire.FakeService;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a chat room through the whole core to two image servers on loopback. */
class SeveralServersTest {
    private final FakeA1111 first = started(new FakeA1111(FakeKind.A1111));
    private final FakeOpenAi second = new FakeOpenAi(FakeOpenAi.Kind.OPENAI, "gpt-image-1").start();

    @RegisterExtension
    final CoreRoom room = new CoreRoom(List.of(a1111(first.address()), openAi(second.address())));

    @Test
    void the_first_server_draws_while_it_can() {
        room.sam().type("/imagine a lighthouse in fog", List.of());

        room.picture(1);
        assertThat(first.requests()).hasSize(1);
        assertThat(second.taken()).isEmpty();
    }

    @Test
    void a_picture_of_a_server_that_fails_is_drawn_once_by_the_other_and_its_requester_is_told() {
        first.answering(request -> request.getUrl().encodedPath().endsWith("/txt2img")
                ? FakeService.status(500, "{\"detail\":\"oops\"}")
                : null);
        room.sam().type("/imagine a lighthouse in fog", List.of());

        Seen picture = room.picture(1);

        assertThat(picture.text()).contains("Drawn by openai: a1111 failed.");
        assertThat(second.taken()).hasSize(1);
        assertThat(room.pictures()).hasSize(1);
    }

    @Test
    void a_server_that_goes_away_is_stood_in_for_without_a_word_of_failure() {
        first.close();
        for (int i = 1; i <= 3; i++) {
            room.sam().type("/imagine a lighthouse, number " + i, List.of());
            room.picture(i);
        }

        assertThat(second.taken()).hasSize(3);
    }

    @Test
    void a_prompt_with_a_face_goes_to_the_server_that_takes_faces() {
        room.mod().type("/avatar add face mira", List.of(FakeUser.file("mira.png", Pictures.png(256, 256))));
        room.mod().type("/imagine a portrait <be-face:mira:0.7> by lamplight", List.of());

        room.picture(1);

        assertThat(first.requests()).isEmpty();
        FakeOpenAi.Taken taken = second.taken().get(0);
        assertThat(taken.path()).isEqualTo("edits");
        assertThat(taken.images()).hasSize(1);
        assertThat(taken.fields().get("prompt"))
                .contains("The character mira has exactly the face, hair and features of the person in image 1.")
                .doesNotContain("be-face");
    }

    @Test
    void a_server_that_breaks_off_but_lives_on_is_not_given_the_job_twice_and_neither_is_another() {
        room.mod().type("/settings set backend openai", List.of());
        second.override(
                request -> request.getUrl().encodedPath().startsWith("/v1/images/") ? FakeService.brokenOff() : null);
        room.sam().type("/imagine a lighthouse in fog", List.of());

        await().until(() ->
                room.sam().sees().stream().anyMatch(seen -> seen.text().contains("may still be drawing")));
        assertThat(second.calls().stream().filter(call -> call.startsWith("POST /v1/images/")))
                .hasSize(1);
        assertThat(first.requests()).isEmpty();
        assertThat(room.pictures()).isEmpty();
    }

    @Test
    void what_a_content_filter_refuses_is_told_once_and_nobody_else_draws_it() {
        room.mod().type("/settings set backend openai", List.of());
        room.sam().type("/imagine a forbidden lighthouse", List.of());

        await().until(() ->
                room.sam().sees().stream().anyMatch(seen -> seen.text().contains("content filter")));
        assertThat(second.calls().stream().filter(call -> call.startsWith("POST")))
                .hasSize(1);
        assertThat(first.requests()).isEmpty();
    }

    private static FakeA1111 started(FakeA1111 server) {
        try {
            return server.start();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ImageBackend a1111(URI address) {
        return A1111Backend.of(A1111Settings.of(address), new OkHttpClient(), JobBook.NONE);
    }

    private static ImageBackend openAi(URI address) {
        return OpenAiBackend.of(
                new OpenAiSettings(address, null, "gpt-image-1", "auto", null, Duration.ofMinutes(5)),
                new OkHttpClient());
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }
}
