package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatException;
import dev.limner.chat.PlannedMessage;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import dev.limner.telegram.loopback.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chats that Telegram wants to be left alone, or in which it answers nothing: each waits for itself. */
class BusyChatsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ChannelRef GROUP = new ChannelRef(Telegram.ID, Long.toString(Rig.GROUP));

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private Rig rig;
    private Telegram telegram;
    private Person jo;

    @BeforeEach
    void begin() throws Exception {
        rig = new Rig(folder);
        telegram = rig.telegram();
        jo = rig.person(11, "Jo");
        telegram.start(heard, CommandCatalog.standard());
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private static PlannedMessage text(String text) {
        return new PlannedMessage(text, List.of(), List.of(), null, null);
    }

    @Test
    void a_chat_that_is_to_be_left_alone_holds_up_no_other_and_is_not_called_meanwhile() throws Exception {
        rig.api().methods().chat(-100222L, "supergroup", "Other");
        ChannelRef other = new ChannelRef(Telegram.ID, "-100222");
        rig.api().methods().rest(Rig.GROUP, 3600);

        assertThatThrownBy(() -> telegram.send(GROUP, text("one"))).isInstanceOfSatisfying(ChatException.class, e -> {
            assertThat(e.kind()).isEqualTo(ChatException.Kind.RATE_LIMITED);
            assertThat(e.perhapsDelivered()).isFalse();
            assertThat(e.retryAfter()).isPresent();
        });
        int calls = rig.api().calls("sendMessage").size();
        assertThatThrownBy(() -> telegram.send(GROUP, text("two"))).isInstanceOf(ChatException.class);
        telegram.send(other, text("three"));

        assertThat(rig.api().calls("sendMessage")).hasSize(calls + 1);
        assertThat(rig.api().methods().posted(-100222L)).hasSize(1);
    }

    @Test
    void two_chats_whose_every_call_hangs_hold_up_neither_the_answers_nor_the_story_of_a_third() {
        for (long chat : new long[] {-1L, -2L}) {
            rig.api().methods().chat(chat, "supergroup", "Hanging");
            rig.api().hang(chat);
            rig.api().fail("sendMessage", Fault.of(Refusal.tooMany(1)));
            jo.inChat(chat).say("/character@limner_bot");
            jo.inChat(chat).say("/settings@limner_bot");
        }
        rig.api().fail("sendMessage", Fault.of(Refusal.tooMany(1)));

        jo.say("/character");
        jo.say("The storm breaks.");

        heard.first(MessagePosted.class);
        await().atMost(PATIENCE).until(() -> !rig.posted().isEmpty());
    }

    @Test
    void as_many_chats_whose_every_call_hangs_as_the_outbox_has_room_for_hold_up_no_other() {
        for (long chat = -1; chat >= -32; chat--) {
            rig.api().methods().chat(chat, "supergroup", "Hanging");
            rig.api().hang(chat);
            jo.inChat(chat).say("/settings@limner_bot");
        }
        await().atMost(PATIENCE).until(() -> rig.api().calls("sendMessage").size() == 32);

        jo.say("The storm breaks.");

        heard.first(MessagePosted.class);
    }

    @Test
    void answers_that_a_chat_does_not_take_now_come_later_and_in_order() throws Exception {
        jo.say("/help");
        var responder = heard.first(CommandInvoked.class).responder();
        rig.api().fail("sendMessage", Fault.of(Refusal.tooMany(1)));

        responder.respond(text("one"));
        responder.respond(text("two"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(rig.posted()).extracting(Posted::text).containsExactly("one", "two"));
    }
}
