package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.Button;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.Form;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Posted;
import dev.limner.telegram.loopback.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A prompt is edited by a reply, in place of a form. */
class EditedPromptTest extends InTheGroup {
    private static final ChannelRef GROUP = new ChannelRef(Telegram.ID, Long.toString(Rig.GROUP));

    @Test
    void the_prompt_is_edited_by_a_reply_even_after_a_restart_and_a_touch_copies_it() throws Exception {
        MessageRef picture = rig.telegram()
                .send(
                        GROUP,
                        new PlannedMessage("Done", List.of(), List.of(new Button("e.1", "Edit prompt")), null, null));
        jo.press(Integer.parseInt(picture.id()), "e.1");
        heard.first(ButtonPressed.class)
                .responder()
                .forms()
                .orElseThrow()
                .open(new Form("e.1", "Edit prompt", "What is to be drawn", "a lantern by @night"));
        Posted question = asked(2);
        assertThat(question.asksForReply()).isTrue();
        assertThat(question.copyable()).isEqualTo("a lantern by @night");
        assertThat(question.mentionsSomebody()).isFalse();

        rig.restarted().start(heard, CommandCatalog.standard());
        rig.person(12, "Sam").reply(question.id(), "I like it");
        jo.reply(question.id(), "two lanterns");

        FormSubmitted submitted = heard.first(FormSubmitted.class);
        assertThat(submitted.formId()).isEqualTo("e.1");
        assertThat(submitted.value()).isEqualTo("two lanterns");
        assertThat(heard.all(FormSubmitted.class)).hasSize(1);
    }

    @Test
    void a_prompt_too_long_for_a_question_stands_above_it_in_full() throws Exception {
        jo.say("/help");
        String prompt = "word ".repeat(1500).strip();
        heard.first(CommandInvoked.class)
                .responder()
                .forms()
                .orElseThrow()
                .open(new Form("e.1", "Edit prompt", "What is to be drawn", prompt));

        String all = String.join(" ", rig.posted().stream().map(Posted::text).toList());
        assertThat(all).startsWith(prompt);
        assertThat(rig.posted().get(rig.posted().size() - 1).asksForReply()).isTrue();
    }

    @Test
    void a_question_that_telegram_does_not_take_now_is_no_reason_to_repeat_what_stands_above_it() throws Exception {
        jo.say("/help");
        String prompt = "word ".repeat(750).strip();
        rig.api().fail("sendMessage", Fault.of(Fault.Kind.NONE));
        rig.api().fail("sendMessage", Fault.of(Refusal.tooMany(1)));
        heard.first(CommandInvoked.class)
                .responder()
                .forms()
                .orElseThrow()
                .open(new Form("e.1", "Edit prompt", "What is to be drawn", prompt));

        assertThat(asked(2).asksForReply()).isTrue();
        assertThat(rig.posted()).extracting(Posted::text).first().isEqualTo(prompt);
        assertThat(rig.posted()).hasSize(2);
    }
}
