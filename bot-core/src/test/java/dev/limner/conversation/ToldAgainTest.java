package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.Button;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.FakePlatform;
import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.chat.UserRef;
import dev.limner.command.CommandCatalog;
import dev.limner.command.TypedCommandParser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands with more to them than their words: what they answer, and whether they were told before. */
class ToldAgainTest {
    private static final Member SAM = new Member(new UserRef(FakePlatform.ID, "Sam"), "Sam", false);
    private static final Member ANN = new Member(new UserRef(FakePlatform.ID, "Ann"), "Ann", false);

    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    private final List<String> answers = new CopyOnWriteArrayList<>();

    private void give(String line, Member by, String message, @Nullable String about, boolean again) throws Exception {
        room.core()
                .listener()
                .onEvent(new CommandInvoked(
                        FakePlatform.ROOM,
                        by,
                        new TypedCommandParser(CommandCatalog.standard()).parse(line, List.of()),
                        ref(message),
                        about == null ? null : ref(about),
                        new Remembering("message " + message, again)))
                .toCompletableFuture()
                .join();
    }

    private static MessageRef ref(String id) {
        return new MessageRef(FakePlatform.ROOM.channel(), id);
    }

    private final class Remembering implements Responder {
        private final Telling telling;

        private Remembering(String event, boolean again) {
            this.telling = new Telling(event, again);
        }

        @Override
        public Capabilities capabilities() {
            return FakePlatform.ROOMY;
        }

        @Override
        public void respond(PlannedMessage message) {
            answers.add(message.text());
        }

        @Override
        public Optional<Telling> telling() {
            return Optional.of(telling);
        }
    }

    @Test
    void a_request_that_is_told_again_is_drawn_once_and_another_like_it_is_drawn_too() throws Exception {
        give("/imagine a lighthouse", SAM, "m1", null, false);
        give("/imagine a lighthouse", SAM, "m1", null, true);
        give("/imagine a lighthouse", SAM, "m2", null, true);

        room.picture(2);
        await().during(Duration.ofMillis(300))
                .until(() -> room.backend().requests().size() == 2);
    }

    @Test
    void a_button_that_is_told_again_is_followed_once_and_another_of_that_time_is_followed_too() throws Exception {
        room.sam().type("/imagine a lighthouse", List.of());
        Seen lighthouse = room.picture(1);
        room.sam().type("/imagine a harbour", List.of());
        Seen harbour = room.picture(2);

        press(lighthouse, "Reroll", "p1", false);
        press(lighthouse, "Reroll", "p1", true);
        press(lighthouse, "Reroll", "p2", true);
        press(harbour, "Reroll", "p3", true);
        press(harbour, "Prompt", "p4", true);

        room.picture(5);
        assertThat(answers).last().asString().contains("harbour");
        await().during(Duration.ofMillis(300))
                .until(() -> room.backend().requests().size() == 5);
    }

    private void press(Seen picture, String label, String press, boolean again) {
        String id = picture.buttons().stream()
                .filter(button -> button.label().equals(label))
                .map(Button::id)
                .findFirst()
                .orElseThrow();
        room.core()
                .listener()
                .onEvent(
                        new ButtonPressed(FakePlatform.ROOM, SAM, ref(picture.id()), id, new Remembering(press, again)))
                .toCompletableFuture()
                .join();
    }

    @Test
    void everybody_may_have_their_own_message_forgotten_but_not_another_s() throws Exception {
        room.mod().type("/story on", List.of());
        String slip = room.sam().say("A slip of the tongue.");
        String other = room.mod().say("The tower burns.");

        give("/story forget", ANN, "c1", slip, false);
        assertThat(answers).last().asString().contains("Only Sam");
        give("/story forget", SAM, "c2", slip, false);
        assertThat(answers).last().asString().contains("Forgotten");
        give("/story forget", SAM, "c3", slip, false);
        assertThat(answers).last().asString().contains("not kept");
        give("/story forget", SAM, "c4", null, false);
        assertThat(answers).last().asString().contains("moderators");

        give("/prompt", SAM, "c5", null, false);
        assertThat(answers).last().asString().contains("tower burns").doesNotContain("slip");
        assertThat(other).isNotEmpty();
    }
}
