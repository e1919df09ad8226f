package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.Answers;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import dev.limner.chat.FakePlatform;
import dev.limner.chat.FakePlatform.Told;
import dev.limner.chat.Member;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.chat.UserRef;
import dev.limner.illustration.Platforms;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of answers that the chat does not take just now. */
class RepliesTest {
    private static final Member SAM = new Member(new UserRef(FakePlatform.ID, "Sam"), "Sam", false);

    private final FakePlatform platform = new FakePlatform();
    private final Platforms platforms = new Platforms();
    private final Replies replies = new Replies(
            new Answers(new MessagePlanner()),
            platforms,
            new MessagePlanner(),
            Collections.nCopies(3, Duration.ofMillis(1)));
    private final Scripted scripted = new Scripted();

    @BeforeEach
    void open() {
        platforms.add(platform);
        platform.openPrivateLine();
    }

    @AfterEach
    void close() {
        replies.close();
    }

    @Test
    void what_the_chat_does_not_take_just_now_is_said_again_while_nobody_waits() throws Exception {
        scripted.failures.addAll(List.of(Kind.UNAVAILABLE, Kind.RATE_LIMITED, Kind.UNAVAILABLE));

        replies.say(scripted, FakePlatform.ROOM, SAM, OutgoingPost.text("It is yours."));

        await().until(() -> !scripted.said.isEmpty());
        assertThat(scripted.said).containsExactly("It is yours.");
        assertThat(platform.told()).isEmpty();
    }

    @Test
    void a_refusal_is_said_again_as_a_refusal() {
        scripted.failures.add(Kind.UNAVAILABLE);

        replies.refuse(scripted, FakePlatform.ROOM, SAM, "Not yours.");

        await().until(() -> !scripted.said.isEmpty());
        assertThat(scripted.said).containsExactly("refused: Not yours.");
    }

    @Test
    void when_no_answer_is_taken_by_then_another_way_is_left() throws Exception {
        scripted.failures.addAll(List.of(Kind.UNAVAILABLE, Kind.GONE));

        replies.say(scripted, FakePlatform.ROOM, SAM, OutgoingPost.text("It is yours."));

        await().until(() -> !platform.told().isEmpty());
        assertThat(platform.told()).containsExactly(new Told(SAM.user(), "It is yours."));
        assertThat(scripted.said).isEmpty();
    }

    @Test
    void what_is_never_taken_is_given_up_after_the_last_try() throws Exception {
        scripted.failures.addAll(Collections.nCopies(4, Kind.UNAVAILABLE));

        replies.say(scripted, FakePlatform.ROOM, SAM, OutgoingPost.text("It is yours."));

        await().until(scripted.failures::isEmpty);
        replies.say(scripted, FakePlatform.ROOM, SAM, OutgoingPost.text("Another."));
        assertThat(scripted.said).containsExactly("Another.");
    }

    @Test
    void what_is_refused_whenever_it_is_tried_is_tried_once() {
        scripted.failures.add(Kind.REFUSED);

        assertThatThrownBy(() -> replies.say(scripted, FakePlatform.ROOM, SAM, OutgoingPost.text("It is yours.")))
                .isInstanceOf(ChatException.class);

        assertThat(scripted.said).isEmpty();
    }

    @Test
    void while_the_chat_stays_away_a_few_hundred_answers_wait_and_no_more() throws Exception {
        try (Replies patient = new Replies(
                new Answers(new MessagePlanner()), platforms, new MessagePlanner(), List.of(Duration.ofHours(1)))) {
            scripted.failures.addAll(Collections.nCopies(Replies.MOST_WAITING + 1, Kind.UNAVAILABLE));
            for (int i = 0; i < Replies.MOST_WAITING; i++) {
                patient.say(scripted, FakePlatform.ROOM, SAM, OutgoingPost.text("It is yours."));
            }

            assertThatThrownBy(() -> patient.say(scripted, FakePlatform.ROOM, SAM, OutgoingPost.text("One more.")))
                    .isInstanceOf(ChatException.class);
        }
    }

    @Test
    void while_closing_nothing_is_left_to_be_said() {
        scripted.failures.add(Kind.UNAVAILABLE);
        replies.close();

        assertThatThrownBy(() -> replies.say(scripted, FakePlatform.ROOM, SAM, OutgoingPost.text("It is yours.")))
                .isInstanceOf(ChatException.class);
    }

    /** Fails so often, then takes what is said. */
    private static final class Scripted implements Responder {
        private final Queue<Kind> failures = new ConcurrentLinkedQueue<>();
        private final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        public Capabilities capabilities() {
            return FakePlatform.ROOMY;
        }

        @Override
        public void respond(PlannedMessage message) throws ChatException {
            take(message.text());
        }

        @Override
        public void refuse(PlannedMessage message) throws ChatException {
            take("refused: " + message.text());
        }

        private synchronized void take(String text) throws ChatException {
            Kind failure = failures.poll();
            if (failure != null) {
                throw new ChatException(failure, "not now");
            }
            said.add(text);
        }
    }
}
