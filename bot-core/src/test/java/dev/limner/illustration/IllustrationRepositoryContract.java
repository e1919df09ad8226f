package dev.limner.illustration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Dropped;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.Mode;
import dev.limner.prompt.PromptPart;
import dev.limner.prompt.Reference;
import dev.limner.prompt.ScenePost;
import dev.limner.prompt.TokenCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link IllustrationRepository} keeps to. */
public abstract class IllustrationRepositoryContract {
    private static final PlatformId PLATFORM = new PlatformId("test");
    protected static final ChannelRef HERE = new ChannelRef(PLATFORM, "here");
    private static final ChannelRef ELSEWHERE = new ChannelRef(PLATFORM, "elsewhere");
    protected static final UserRef JO = new UserRef(PLATFORM, "jo:1");
    protected static final UserRef SAM = new UserRef(PLATFORM, "sam");

    /** Empty at the start of each test, and the same one throughout it. */
    protected abstract IllustrationRepository illustrations();

    /** Where they put their pictures. */
    protected abstract ImageStore images();

    @Test
    void an_accepted_one_is_found_as_it_was_added() {
        Illustration accepted = accepted(1, JO);

        illustrations().add(accepted);

        assertThat(illustrations().find(accepted.id())).contains(accepted);
        assertThat(illustrations().find(id(2))).isEmpty();
    }

    @Test
    void one_that_was_added_may_be_drawn_before_it_is_settled() {
        Illustration accepted = accepted(1, JO);

        illustrations().add(accepted);

        assertThat(illustrations().next(JO)).contains(accepted);
        illustrations().settle();
        assertThat(illustrations().next(JO)).contains(accepted);
    }

    @Test
    void every_part_of_it_is_kept() {
        illustrations().add(accepted(1, JO));
        Illustration full = full(1, JO);

        assertThat(illustrations().replace(State.ACCEPTED, full)).isTrue();

        assertThat(illustrations().find(full.id())).contains(full);
    }

    @Test
    void an_id_is_given_once() {
        illustrations().add(accepted(1, JO));

        assertThatThrownBy(() -> illustrations().add(accepted(1, SAM))).isInstanceOf(RuntimeException.class);

        assertThat(illustrations().find(id(1))).contains(accepted(1, JO));
    }

    @Test
    void a_picture_is_stored_with_the_change_that_refers_to_it_or_not_at_all() {
        illustrations().add(accepted(1, JO));
        StoredImage picture = new StoredImage(new byte[] {1, 2, 3}, "image/png");
        ImageHash hash = ImageHash.of(picture.bytes());

        assertThat(illustrations()
                        .replace(State.GENERATING, full(1, JO), picture)
                        .join())
                .isFalse();
        assertThat(images().get(hash)).isEmpty();

        assertThat(illustrations().replace(State.ACCEPTED, full(1, JO), picture).join())
                .isTrue();
        assertThat(illustrations().find(id(1))).contains(full(1, JO));
        assertThat(images().get(hash)).isPresent();
    }

    @Test
    void what_is_noted_comes_before_the_next_change() {
        illustrations().add(accepted(1, JO));

        illustrations().note(State.ACCEPTED, in(State.GENERATING, false, 1, JO));

        assertThat(illustrations().replace(State.ACCEPTED, in(State.CANCELLED, false, 1, JO)))
                .isFalse();
        assertThat(illustrations().find(id(1)).orElseThrow().state()).isEqualTo(State.GENERATING);
    }

    @Test
    void a_status_message_that_is_noted_stays_through_changes_that_know_nothing_of_it() {
        Illustration accepted = accepted(1, JO);
        illustrations().add(accepted);
        MessageRef status = new MessageRef(accepted.place().channel(), "status");

        illustrations().noteStatus(id(1), status);
        illustrations().noteStatus(id(1), new MessageRef(accepted.place().channel(), "another"));
        illustrations().replace(State.ACCEPTED, in(State.GENERATING, false, 1, JO));

        Illustration kept = illustrations().find(id(1)).orElseThrow();
        assertThat(kept.state()).isEqualTo(State.GENERATING);
        assertThat(kept.status()).isEqualTo(status);
    }

    @Test
    void one_that_is_in_another_state_by_now_is_left_alone() {
        illustrations().add(accepted(1, JO));
        illustrations().replace(State.ACCEPTED, in(State.CANCELLED, false, 1, JO));

        assertThat(illustrations().replace(State.ACCEPTED, in(State.COMPOSED, false, 1, JO)))
                .isFalse();
        assertThat(illustrations().replace(State.ACCEPTED, in(State.COMPOSED, false, 2, JO)))
                .isFalse();

        assertThat(illustrations().find(id(1))).contains(in(State.CANCELLED, false, 1, JO));
        assertThat(illustrations().find(id(2))).isEmpty();
    }

    @Test
    void the_next_is_the_oldest_of_a_requester_that_is_not_told() {
        illustrations().add(in(State.DONE, true, 1, JO));
        illustrations().add(accepted(2, SAM));
        illustrations().add(accepted(4, JO));
        illustrations().add(in(State.FAILED, false, 3, JO));

        assertThat(illustrations().next(JO)).map(Illustration::id).contains(id(3));
        assertThat(illustrations().next(new UserRef(PLATFORM, "nobody"))).isEmpty();
    }

    @Test
    void those_with_something_left_to_do_are_waiting() {
        illustrations().add(in(State.DONE, true, 1, JO));
        illustrations().add(accepted(2, SAM));
        illustrations().add(accepted(3, SAM));
        assertThat(illustrations().waiting()).containsExactly(SAM);

        illustrations().add(in(State.FAILED, false, 4, JO));

        assertThat(illustrations().waiting()).containsExactlyInAnyOrder(SAM, JO);
        assertThat(illustrations().open(SAM)).isEqualTo(2);
        assertThat(illustrations().open(JO)).isEqualTo(1);
        assertThat(illustrations().unfinished(JO)).isZero();
    }

    @Test
    void requesters_take_turns_in_the_queue() {
        illustrations().add(accepted(1, JO));
        illustrations().add(accepted(2, JO));
        illustrations().add(accepted(3, JO));
        illustrations().add(accepted(4, SAM));
        illustrations().add(accepted(5, SAM));

        assertThat(List.of(place(1), place(4), place(2), place(5), place(3))).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void what_is_over_has_no_place() {
        illustrations().add(in(State.CANCELLED, false, 1, JO));
        illustrations().add(in(State.DONE, true, 2, JO));
        illustrations().add(accepted(3, JO));

        assertThat(place(1)).isZero();
        assertThat(place(2)).isZero();
        assertThat(place(3)).isEqualTo(1);
        assertThat(place(9)).isZero();
    }

    @Test
    void the_latest_of_a_channel_and_of_a_person_come_newest_first() {
        illustrations().add(accepted(1, JO));
        illustrations().add(accepted(2, SAM));
        illustrations().add(in(State.DONE, true, 3, JO));

        assertThat(illustrations().latest(HERE, 2)).extracting(Illustration::id).containsExactly(id(3), id(2));
        assertThat(illustrations().latest(ELSEWHERE, 2)).isEmpty();
        assertThat(illustrations().requestedBy(JO, 9))
                .extracting(Illustration::id)
                .containsExactly(id(3), id(1));
    }

    @Test
    void what_is_finished_is_forgotten_at_once_and_the_rest_when_its_end_is_told() {
        illustrations().add(in(State.DONE, true, 1, JO));
        Illustration waiting = accepted(2, JO);
        illustrations().add(waiting);
        illustrations().add(in(State.DONE, true, 3, SAM));

        assertThat(illustrations().forgetBy(JO)).isEqualTo(1);

        assertThat(illustrations().requestedBy(JO, 9)).isEmpty();
        assertThat(illustrations().find(id(1))).isEmpty();
        assertThat(illustrations().next(JO)).contains(waiting);

        illustrations()
                .replace(State.ACCEPTED, waiting.change().state(State.DONE).at(Instant.ofEpochMilli(9)));
        assertThat(illustrations().find(id(2))).isPresent();
        illustrations()
                .replace(State.DONE, waiting.change().state(State.DONE).told().at(Instant.ofEpochMilli(9)));
        assertThat(illustrations().find(id(2))).isEmpty();
        assertThat(illustrations().find(id(3))).isPresent();
    }

    @Test
    void one_is_found_by_what_asked_for_it_and_by_who() {
        illustrations().add(full(1, JO));
        illustrations().add(accepted(2, JO));

        assertThat(illustrations().isOf(JO, "here message 5")).isTrue();
        assertThat(illustrations().isOf(JO, "here message 6")).isFalse();
        assertThat(illustrations().isOf(SAM, "here message 5")).isFalse();
    }

    protected static String id(int number) {
        return "%016d".formatted(number);
    }

    protected static Illustration accepted(int number, UserRef requester) {
        return in(State.ACCEPTED, false, number, requester);
    }

    private int place(int number) {
        return illustrations().placeOf(id(number));
    }

    private static Illustration in(State state, boolean told, int number, UserRef requester) {
        return new Illustration(
                id(number),
                new Place(HERE, null, new CommunityRef(PLATFORM, "home")),
                requester,
                "Jo",
                new Ask(Mode.SCENE, null, null, null, null, null, null),
                0,
                Long.MAX_VALUE,
                7,
                null,
                null,
                null,
                state,
                null,
                null,
                null,
                null,
                List.of(),
                0,
                null,
                told,
                null,
                List.of(),
                Instant.ofEpochMilli(number),
                Instant.ofEpochMilli(number));
    }

    private static Illustration full(int number, UserRef requester) {
        return new Illustration(
                id(number),
                new Place(HERE, ELSEWHERE, new CommunityRef(PLATFORM, "home")),
                requester,
                "Jo \"the\" scribe 🖋",
                new Ask(Mode.PORTRAIT, 12, "Mira", "a tower", "at dusk", "text", "jo"),
                1,
                2,
                (1L << 32) - 1,
                new ScenePost(ScenePost.Kind.PROXY, "Mira", "jo", null, "<@7> nods", Map.of("7", "Sam")),
                new MessageRef(HERE, "5"),
                "here message 5",
                State.DONE,
                composition(),
                "a1111",
                ImageHash.of(new byte[] {1}),
                new MessageRef(ELSEWHERE, "6"),
                List.of(new MessageRef(HERE, "7"), new MessageRef(HERE, "8")),
                2,
                Instant.ofEpochMilli(1_700_000_000_000L),
                true,
                "the server did not answer",
                List.of("references are not used"),
                Instant.ofEpochMilli(1_700_000_000_123L),
                Instant.ofEpochMilli(1_700_000_000_124L));
    }

    private static Composition composition() {
        return new Composition(
                "ink wash, Mira, a tower",
                List.of(
                        new PromptPart(PromptPart.Source.STYLE, "", "ink wash"),
                        new PromptPart(PromptPart.Source.JOINT, "", ", "),
                        new PromptPart(PromptPart.Source.CHARACTER, "Mira", "Mira")),
                "text",
                7,
                832,
                1216,
                List.of("Mira"),
                List.of(new Reference(AvatarKind.FACE, new AvatarName("mira"), 0.3, "character Mira")),
                new TokenCount(142, 256, Encoder.T5, false),
                List.of(new Dropped("sentence", "It rains.", "over the token limit")),
                List.of("a note"));
    }
}
