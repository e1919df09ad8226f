package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.MessageEdited;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.telegram.loopback.Person;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who said what, and where: groups, topics, channels, bots. */
class CaptureTest extends InTheGroup {
    private static final String GROUP = Long.toString(Rig.GROUP);

    private static ChannelRef channel(String id) {
        return new ChannelRef(Telegram.ID, id);
    }

    private static ObjectNode chat(long id, String type, String title) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", type)
                .put("title", title);
    }

    @Test
    void a_topic_is_a_channel_under_its_group_and_the_general_topic_is_the_group() {
        rig.api().methods().topic(Rig.GROUP, 45);
        jo.say("in general");
        jo.in(45).say("in a topic");

        var said = heard.wait(MessagePosted.class, 2);
        CommunityRef community = new CommunityRef(Telegram.ID, GROUP);
        assertThat(said.get(0).place()).isEqualTo(new Place(channel(GROUP), null, community));
        assertThat(said.get(1).place()).isEqualTo(new Place(channel(GROUP + "/45"), channel(GROUP), community));
    }

    @Test
    void a_thread_of_replies_in_a_group_without_topics_is_no_topic() {
        jo.push(Person.withText(jo.message().put("message_thread_id", 77), "text", "a reply"));
        jo.push(Person.withText(
                jo.message().put("message_thread_id", 1).put("is_topic_message", true), "text", "in general"));

        assertThat(heard.wait(MessagePosted.class, 2))
                .allSatisfy(said -> assertThat(said.place().channel()).isEqualTo(channel(GROUP)));
    }

    @Test
    void an_edit_follows_its_message_in_its_topic() {
        rig.api().methods().topic(Rig.GROUP, 45);
        int id = jo.in(45).say("befor");
        jo.in(45).edit(id, "before");

        MessageEdited edited = heard.first(MessageEdited.class);
        assertThat(edited.message()).isEqualTo(new MessageRef(channel(GROUP + "/45"), Integer.toString(id)));
        assertThat(edited.text()).isEqualTo("before");
    }

    @Test
    void the_words_under_a_photo_are_part_of_the_story() {
        jo.push(Person.withText(jo.photo(new byte[] {1}), "caption", "Mira stands in the rain."));

        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("Mira stands in the rain.");
    }

    @Test
    void a_photo_whose_words_are_taken_away_is_no_longer_part_of_it() {
        rig.api().methods().topic(Rig.GROUP, 45);
        ObjectNode photo = Person.withText(jo.in(45).photo(new byte[] {1}), "caption", "Mira stands in the rain.");
        int id = jo.push(photo);
        photo.remove("caption");
        rig.api().push("edited_message", photo.put("edit_date", 1));

        MessageEdited edited = heard.first(MessageEdited.class);
        assertThat(edited.message()).isEqualTo(new MessageRef(channel(GROUP + "/45"), Integer.toString(id)));
        assertThat(edited.text()).isEmpty();
    }

    @Test
    void a_mention_tells_the_name_of_somebody_who_was_seen() {
        rig.person(12, "Sam").say("hello");
        jo.say("He nods to @sam_writes and @nobody_here.");

        assertThat(heard.wait(MessagePosted.class, 2).get(1).mentions())
                .containsOnly(java.util.Map.entry("sam_writes", "Sam"));
    }

    @Test
    void administrators_moderate_and_a_change_among_them_is_noticed() {
        jo.say("/story on");
        assertThat(heard.first(CommandInvoked.class).by().moderator()).isFalse();

        rig.api().methods().administrator(Rig.GROUP, jo.id(), true);
        ObjectNode change = JsonNodeFactory.instance.objectNode().put("date", 1);
        change.set("chat", chat(Rig.GROUP, "supergroup", "The Long Corridor"));
        change.set(
                "from",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", 1)
                        .put("is_bot", false)
                        .put("first_name", "A"));
        for (String which : new String[] {"old_chat_member", "new_chat_member"}) {
            ObjectNode member = JsonNodeFactory.instance.objectNode().put("status", "member");
            member.set(
                    "user",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("id", jo.id())
                            .put("is_bot", false)
                            .put("first_name", "Jo"));
            change.set(which, member);
        }
        rig.api().push("chat_member", change);
        jo.say("/story on");
        jo.say("/story off");

        assertThat(heard.wait(CommandInvoked.class, 3))
                .extracting(c -> c.by().moderator())
                .containsExactly(false, true, true);
        assertThat(rig.api().calls("getChatAdministrators")).hasSize(2);
    }

    @Test
    void what_privacy_mode_hides_is_known_with_the_fix() {
        assertThat(rig.telegram().hindrances(new Place(channel(GROUP), null, new CommunityRef(Telegram.ID, GROUP))))
                .isEmpty();

        rig.api().methods().botReadsAll(false);
        assertThat(rig.telegram().hindrances(new Place(channel(GROUP), null, new CommunityRef(Telegram.ID, GROUP))))
                .singleElement()
                .satisfies(gap -> assertThat(gap)
                        .contains(
                                "Privacy mode",
                                "Make me an administrator",
                                "/setprivacy",
                                "forget the story",
                                "/story on"));

        rig.api().methods().botIs(Rig.GROUP, "administrator");
        assertThat(rig.telegram().hindrances(new Place(channel(GROUP), null, new CommunityRef(Telegram.ID, GROUP))))
                .isEmpty();
    }

    @Test
    void commands_for_other_bots_are_left_to_them() {
        jo.say("/scene@another_bot");
        jo.say("/roll 2d6");
        jo.say("/scene@Limner_Bot 5");

        assertThat(heard.first(CommandInvoked.class).invocation().whole("messages"))
                .hasValue(5);
        assertThat(heard.all(CommandInvoked.class)).hasSize(1);
        assertThat(heard.all(MessagePosted.class)).isEmpty();
        await().during(Duration.ofMillis(200)).until(() -> rig.posted().isEmpty());
    }

    @Test
    void a_command_in_reply_says_to_what_but_a_topic_s_opener_is_no_such_message() {
        rig.api().methods().topic(Rig.GROUP, 45);
        ObjectNode said = Person.withText(jo.message(), "text", "a slip");
        int id = jo.push(said);
        jo.reply(said, "/story forget");
        jo.in(45).say("/story status");

        var given = heard.wait(CommandInvoked.class, 2);
        assertThat(given).anySatisfy(c -> {
            assertThat(c.invocation().spec().path()).isEqualTo("story forget");
            assertThat(c.about()).isEqualTo(new MessageRef(channel(GROUP), Integer.toString(id)));
        });
        assertThat(given).anySatisfy(c -> {
            assertThat(c.invocation().spec().path()).isEqualTo("story status");
            assertThat(c.about()).isNull();
        });
    }

    @Test
    void a_caption_whose_entities_reach_beyond_its_end_is_part_of_the_story() {
        ObjectNode message = Person.withText(jo.photo(new byte[] {1}), "caption", "Mira nods to @sam_writes");
        message.put("caption", "Mira nods to @sam");
        jo.push(message);

        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("Mira nods to @sam");
    }

    @Test
    void a_command_of_somebody_who_left_is_heard_and_moderates_nothing() {
        rig.api().methods().administrator(Rig.GROUP, jo.id(), true);
        ObjectNode command = Person.withText(jo.message(), "text", "/story status");
        rig.api().methods().administrator(Rig.GROUP, jo.id(), false);
        ObjectNode left = jo.message();
        left.set(
                "left_chat_member",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", jo.id())
                        .put("is_bot", false)
                        .put("first_name", "Jo"));
        jo.push(left);
        jo.push(command);

        assertThat(heard.first(CommandInvoked.class).by().moderator()).isFalse();
        assertThat(heard.all(MessagePosted.class)).isEmpty();
    }
}
