package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.Author;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.telegram.loopback.Person;
import org.junit.jupiter.api.Test;

/** Who wrote a message, where Telegram tells of more than an account. */
class AuthorsTest extends InTheGroup {
    private static ObjectNode chat(long id, String type, String title) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", type)
                .put("title", title);
    }

    @Test
    void an_anonymous_administrator_is_a_person_without_an_account_and_may_moderate() {
        jo.anonymous().say("The storm breaks.");
        jo.anonymous().say("/story on");

        Author author = heard.first(MessagePosted.class).author();
        assertThat(author).isEqualTo(new Author(Author.Kind.PERSON, null, "The Long Corridor"));
        assertThat(heard.first(CommandInvoked.class).by().moderator()).isTrue();
    }

    @Test
    void a_linked_channel_is_no_player_but_somebody_who_writes_as_a_channel_is_a_character() {
        ObjectNode news = Person.withText(jo.message().put("is_automatic_forward", true), "text", "News of the week");
        news.set("sender_chat", chat(-100999L, "channel", "The News"));
        jo.push(news);
        ObjectNode played = Person.withText(jo.message(), "text", "I lift the lantern.");
        played.set("sender_chat", chat(-100888L, "channel", "Mira"));
        jo.push(played);

        var said = heard.wait(MessagePosted.class, 2);
        assertThat(said.get(0).author().kind()).isEqualTo(Author.Kind.BOT);
        assertThat(said.get(1).author()).isEqualTo(new Author(Author.Kind.PROXY, null, "Mira"));
    }

    @Test
    void somebody_who_writes_as_a_channel_moderates_nothing() {
        rig.api().methods().administrator(Rig.GROUP, jo.id(), true);
        ObjectNode command = Person.withText(jo.message(), "text", "/story on");
        command.set("sender_chat", chat(-100888L, "channel", "Mira"));
        jo.push(command);

        assertThat(heard.first(CommandInvoked.class).by().moderator()).isFalse();
    }

    @Test
    void the_words_of_an_inline_bot_are_not_those_of_whoever_chose_them() {
        ObjectNode said = Person.withText(jo.message(), "text", "/scene");
        said.set(
                "via_bot",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", 5)
                        .put("is_bot", true)
                        .put("first_name", "Dice"));
        jo.push(said);
        jo.say("fine");

        heard.wait(MessagePosted.class, 2);
        assertThat(heard.first(MessagePosted.class).author().kind()).isEqualTo(Author.Kind.BOT);
        assertThat(heard.all(CommandInvoked.class)).isEmpty();
    }

    @Test
    void what_another_bot_writes_is_neither_followed_nor_story() {
        ObjectNode said = Person.withText(jo.message(), "text", "/help");
        ((ObjectNode) said.path("from")).put("is_bot", true);
        jo.push(said);
        jo.say("fine");

        assertThat(heard.wait(MessagePosted.class, 2).get(0).author().kind()).isEqualTo(Author.Kind.BOT);
        assertThat(heard.all(CommandInvoked.class)).isEmpty();
    }

    @Test
    void a_name_of_nothing_but_emoji_is_a_name() {
        rig.person(13, "\uD83E\uDD8A\u2728").say("The fox looks up.");

        assertThat(heard.first(MessagePosted.class).author().name()).isEqualTo("\uD83E\uDD8A\u2728");
    }
}
