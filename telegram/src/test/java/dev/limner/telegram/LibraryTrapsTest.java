package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.Attachment;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatException;
import dev.limner.chat.Content;
import dev.limner.chat.PlannedMessage;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.api.BotAddress;
import dev.limner.telegram.inbox.Inbox;
import dev.limner.telegram.inbox.RawUpdate;
import dev.limner.telegram.inbox.SqlConversations;
import dev.limner.telegram.inbox.SqlInbox;
import dev.limner.telegram.inbox.SqlQuestions;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.LoopbackBotApi;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Refusal;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the polling library does that is not wanted, each with what is wanted in its place. */
class LibraryTrapsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ChannelRef GROUP = new ChannelRef(Telegram.ID, Long.toString(Rig.GROUP));
    private static final PlannedMessage PICTURE = new PlannedMessage(
            "The scene, for Jo.",
            List.of(new Attachment("scene.gif", "image/gif", Content.of(new byte[] {1}), "", false)),
            List.of(),
            null,
            null);

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private Rig rig;
    private Person jo;

    @BeforeEach
    void begin() {
        rig = new Rig(folder);
        jo = rig.person(11, "Jo");
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private void start() throws Exception {
        rig.telegram().start(heard, CommandCatalog.standard());
    }

    private static PlannedMessage text(String text) {
        return new PlannedMessage(text, List.of(), List.of(), null, null);
    }

    @Test
    void a_listener_that_throws_stops_none_of_the_others() throws Exception {
        heard.react(event -> {
            if (event instanceof MessagePosted posted && posted.text().equals("poison")) {
                throw new IllegalStateException("the listener's fault");
            }
            if (event instanceof MessagePosted posted && posted.text().equals("worse")) {
                throw new StackOverflowError("the listener's graver fault");
            }
            return CompletableFuture.completedFuture(null);
        });
        start();

        jo.say("poison");
        jo.say("worse");
        jo.say("fine");
        rig.person(12, "Sam").say("fine too");

        await().atMost(PATIENCE)
                .until(() -> heard.all(MessagePosted.class).stream()
                        .map(MessagePosted::text)
                        .toList()
                        .containsAll(List.of("fine", "fine too")));
    }

    @Test
    void an_update_is_acknowledged_only_when_it_is_kept_and_keeping_is_tried_again() throws Exception {
        SqlInbox kept = new SqlInbox(rig.database(), InstantSource.system());
        FailsAtFirst full = new FailsAtFirst(kept);
        jo.say("kept at the second try");
        try (Telegram telegram = new Telegram(
                new BotAddress(rig.api().base(), LoopbackBotApi.TOKEN),
                full,
                new SqlQuestions(rig.database(), InstantSource.system()),
                new SqlConversations(rig.database()),
                InstantSource.system())) {
            telegram.start(heard, CommandCatalog.standard());

            assertThat(heard.first(MessagePosted.class).text()).isEqualTo("kept at the second try");
            await().atMost(PATIENCE).until(() -> rig.api().waiting() == 0);
        }
        assertThat(full.waitingWhenItFailed).isEqualTo(1);
    }

    /** As on a full disk, for a while. */
    private final class FailsAtFirst implements Inbox {
        private final Inbox inbox;
        private int waitingWhenItFailed;

        private FailsAtFirst(Inbox inbox) {
            this.inbox = inbox;
        }

        @Override
        public List<RawUpdate> keep(List<RawUpdate> updates) {
            if (waitingWhenItFailed == 0) {
                waitingWhenItFailed = rig.api().waiting();
                throw new IllegalStateException("the disk is full");
            }
            return inbox.keep(updates);
        }

        @Override
        public List<RawUpdate> open() {
            return inbox.open();
        }

        @Override
        public void complete(long id, String command) {
            inbox.complete(id, command);
        }

        @Override
        public Optional<String> completed(long id) {
            return inbox.completed(id);
        }

        @Override
        public void handled(long id) {
            inbox.handled(id);
        }

        @Override
        public void setAside(long id) {
            inbox.setAside(id);
        }

        @Override
        public void forget(String person) {
            inbox.forget(person);
        }
    }

    @Test
    void an_update_that_cannot_be_read_stops_none_of_the_others() throws Exception {
        start();
        jo.say("before");
        rig.api().pushRaw("{\"update_id\":%d,\"message\":{\"message_id\":\"no number\",\"chat\":null}}");
        rig.api().pushRaw("{\"update_id\":%d,\"message\":{\"message_id\":5,\"date\":1,\"chat\":{\"id\":-100777}}}");
        rig.api().pushRaw("{\"update_id\":%d,\"message\":null,\"something_new\":{\"a\":[1,{}]}}");
        rig.api().pushRaw("{\"update_id\":%d,\"callback_query\":{\"id\":\"1\",\"from\":null}}");
        rig.api().pushRaw("{\"update_id\":%d,\"message\":[[[]]]}");
        rig.api().pushRaw("{\"update_id\":%d}");
        jo.say("after");

        assertThat(heard.wait(MessagePosted.class, 2))
                .extracting(MessagePosted::text)
                .containsExactly("before", "after");
        await().atMost(PATIENCE).until(() -> rig.api().waiting() == 0);
    }

    @Test
    void closing_does_not_wait_for_the_poll_under_way() throws Exception {
        start();
        await().atMost(PATIENCE).until(() -> rig.api().polls() > 0);

        assertThat(CompletableFuture.runAsync(() -> rig.telegram().close()))
                // a poll waits for 50 s
                .succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void a_rest_that_telegram_asks_of_a_poll_is_kept() throws Exception {
        rig.api().fail("getUpdates", Fault.of(Refusal.tooMany(3)));
        jo.say("after the rest");
        long began = System.nanoTime();

        start();

        heard.first(MessagePosted.class);
        // without it the next poll comes after a second
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_refusal_for_haste_is_told_with_its_rest_and_not_repeated_by_the_library() throws Exception {
        rig.api().fail("sendMessage", Fault.of(Refusal.tooMany(7)));

        assertThatThrownBy(() -> rig.telegram().send(GROUP, text("hello")))
                .isInstanceOfSatisfying(
                        ChatException.class,
                        e -> assertThat(e.retryAfter().orElseThrow()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(rig.api().calls("sendMessage")).hasSize(1);
    }

    @Test
    void a_file_is_fetched_from_the_address_that_the_operator_named() throws Exception {
        start();
        jo.push(Person.withText(jo.photo(new byte[] {1, 2, 3}), "caption", "/avatar add face mira"));

        try (InputStream in = heard.first(CommandInvoked.class)
                .invocation()
                .image("image")
                .orElseThrow()
                .open()) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void an_error_page_is_no_refusal_and_a_message_whose_connection_is_cut_is_not_sent_again_in_silence() {
        for (Fault.Kind kind : List.of(Fault.Kind.HTML_502, Fault.Kind.CUT_BEFORE, Fault.Kind.CUT_AFTER)) {
            rig.api().fail("sendMessage", Fault.of(kind));
            assertThatThrownBy(() -> rig.telegram().send(GROUP, text("hello")))
                    .as(kind.name())
                    .isInstanceOfSatisfying(ChatException.class, e -> {
                        assertThat(e.kind()).isEqualTo(ChatException.Kind.UNAVAILABLE);
                        assertThat(e.perhapsDelivered()).isTrue();
                    });
        }

        assertThat(rig.api().calls("sendMessage"))
                .as("nothing is sent again in silence")
                .hasSize(3);
        assertThat(rig.posted()).as("what was cut after it arrived").hasSize(1);
    }

    @Test
    void a_picture_whose_connection_is_cut_is_not_sent_again_in_silence() {
        rig.api().fail("sendDocument", Fault.of(Fault.Kind.CUT_AFTER));

        assertThatThrownBy(() -> rig.telegram().send(GROUP, PICTURE)).isInstanceOf(ChatException.class);
        assertThat(rig.api().calls("sendDocument")).hasSize(1);
    }
}
