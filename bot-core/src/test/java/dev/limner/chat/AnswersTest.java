package dev.limner.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.chat.ChatException.Kind;
import dev.limner.chat.FakePlatform.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By which of the ways somebody is told what is for their eyes. */
class AnswersTest {
    private static final UserRef SAM = new UserRef(FakePlatform.ID, "Sam");
    private static final OutgoingPost POST = OutgoingPost.text("It is yours.");

    private final FakePlatform platform = new FakePlatform();
    private final Answers answers = new Answers(new MessagePlanner());
    private final List<String> answered = new ArrayList<>();

    @Test
    void who_can_be_answered_is_answered_and_not_told_otherwise() throws Exception {
        platform.openPrivateLine();

        assertThat(answers.tell(taking(), platform, SAM, POST)).isTrue();

        assertThat(answered).containsExactly("It is yours.");
        assertThat(platform.told()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"GONE", "FORBIDDEN"})
    void where_no_answer_is_taken_any_more_it_is_told_outside_of_any_channel(Kind why) throws Exception {
        platform.openPrivateLine();

        assertThat(answers.tell(failing(why), platform, SAM, POST)).isTrue();
        assertThat(answers.refuse(failing(why), platform, SAM, POST)).isTrue();
        assertThat(answers.tell(null, platform, SAM, POST)).isTrue();

        assertThat(platform.told()).hasSize(3).containsOnly(new Told(SAM, "It is yours."));
    }

    @Test
    void where_there_is_no_such_way_either_that_is_said() throws Exception {
        assertThat(answers.tell(failing(Kind.GONE), platform, SAM, POST)).isFalse();
        assertThat(answers.tell(null, platform, SAM, POST)).isFalse();
    }

    @Test
    void what_is_too_large_for_the_other_way_does_not_go_it() throws Exception {
        platform.openPrivateLine();
        byte[] large = new byte[(int) FakePlatform.ROOMY.attachmentBytes() + 1];
        OutgoingPost post = new OutgoingPost(
                "Yours.",
                List.of(new Attachment("all.json", "application/json", Content.of(large), "", false)),
                List.of(),
                null,
                null);

        assertThat(answers.tell(null, platform, SAM, post)).isFalse();

        assertThat(platform.told()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"REFUSED", "RATE_LIMITED", "UNAVAILABLE"})
    void what_may_be_answered_later_or_is_taken_nowhere_goes_no_other_way(Kind why) {
        platform.openPrivateLine();

        assertThatThrownBy(() -> answers.tell(failing(why), platform, SAM, POST))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.kind()).isEqualTo(why));

        assertThat(platform.told()).isEmpty();
    }

    private Responder taking() {
        return new Responder() {
            @Override
            public Capabilities capabilities() {
                return FakePlatform.ROOMY;
            }

            @Override
            public void respond(PlannedMessage message) {
                answered.add(message.text());
            }
        };
    }

    private static Responder failing(Kind why) {
        return new Responder() {
            @Override
            public Capabilities capabilities() {
                return FakePlatform.ROOMY;
            }

            @Override
            public void respond(PlannedMessage message) throws ChatException {
                throw new ChatException(why, "no answer is taken");
            }
        };
    }
}
