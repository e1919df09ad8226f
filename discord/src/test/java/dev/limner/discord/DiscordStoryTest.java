package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.Author;
import dev.limner.discord.loopback.Discordia;
import dev.limner.story.StoryMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What of Discord's messages becomes story. */
class DiscordStoryTest {
    private static final String HERE = Discordia.WRITING;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void a_message_that_a_proxy_reposts_is_story_once_under_the_proxys_name() throws Exception {
        room.start().follow(HERE);

        String typed = room.player().say("m: *lifts the lantern*");
        room.world().webhook(HERE, "Mira | moon", "*lifts the lantern*");
        room.world().delete(typed);
        room.player().say("He nods.");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(room.keptTexts(HERE)).containsExactly("*lifts the lantern*", "He nods."));
        Author author = room.kept(HERE).get(0).author();
        assertThat(author.kind()).isEqualTo(Author.Kind.PROXY);
        assertThat(author.name()).isEqualTo("Mira | moon");
        assertThat(author.user()).isNull();
    }

    @Test
    void a_post_that_is_reproxied_is_story_once_under_its_new_name() throws Exception {
        room.start().follow(HERE);
        String first = room.world().webhook(HERE, "Mira", "I know that door.");
        await().atMost(PATIENCE).until(() -> room.kept(HERE).size() == 1);

        room.world().delete(first);
        room.world().webhook(HERE, "Tobin", "I know that door.");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.kept(HERE))
                        .singleElement()
                        .satisfies(kept -> assertThat(kept.author().name()).isEqualTo("Tobin")));
    }

    @Test
    void a_scene_asked_for_at_once_waits_until_it_is_known_what_a_proxy_reposts() throws Exception {
        room.start().follow(HERE);
        room.player().say("Tobin waits at the gate.");
        String typed = room.player().say("m: Mira climbs the tower.");

        give(room.player(), "scene", Map.of());
        await().atMost(PATIENCE)
                .until(() -> room.player().sees().stream()
                        .anyMatch(seen -> seen.text().startsWith("Accepted")));
        room.world().delete(typed);
        room.picture(HERE, 1);

        String prompt = room.backend().requests().get(0).composition().prompt();
        assertThat(prompt).contains("Tobin waits at the gate").doesNotContain("climbs the tower");
    }

    @Test
    void a_message_that_nobody_reposts_stays_and_is_decided() throws Exception {
        room.start().follow(HERE);

        room.player().say("Tobin waits at the gate.");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.kept(HERE))
                        .singleElement()
                        .extracting(StoryMessage::heldUntil)
                        .isNull());
    }

    @Test
    void edits_of_people_and_proxies_and_deletions_one_by_one_and_in_bulk_are_followed() throws Exception {
        room.start().follow(HERE);
        String person = room.player().say("one");
        String proxy = room.world().webhook(HERE, "Mira", "two");
        String gone = room.player().say("three");
        String bulk = room.player().say("four");
        String bulkToo = room.world().webhook(HERE, "Mira", "five");
        room.player().say("six");

        room.world().edit(person, "one, edited");
        room.world().edit(proxy, "two, edited");
        room.world().delete(gone);
        room.world().bulkDelete(HERE, List.of(bulk, bulkToo));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(room.keptTexts(HERE)).containsExactly("one, edited", "two, edited", "six"));
    }

    @Test
    void threads_forum_posts_and_the_text_of_voice_channels_are_followed_each_for_itself() throws Exception {
        room.start().follow(Discordia.THREAD);
        room.follow(Discordia.VOICE);

        room.player().at(Discordia.THREAD).say("in the post");
        room.player().at(Discordia.VOICE).say("beside the voices");
        room.player().say("where nobody turned it on");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(room.keptTexts(Discordia.THREAD)).containsExactly("in the post");
            assertThat(room.keptTexts(Discordia.VOICE)).containsExactly("beside the voices");
        });
        assertThat(room.keptTexts(HERE)).isEmpty();
    }

    @Test
    void a_thread_inherits_the_characters_of_its_channel() throws Exception {
        room.start().follow(Discordia.ASIDE);
        give(
                room.moderator(),
                "character set",
                Map.of("name", "Mira", "prefix", "Mira, a lean elf with cropped silver hair"));
        room.answer(room.moderator(), "Mira");
        room.world().webhook(Discordia.ASIDE, "Mira", "Mira lifts the lantern.");

        give(room.player().at(Discordia.ASIDE), "last", Map.of());

        room.picture(Discordia.ASIDE, 1);
        assertThat(room.backend().requests().get(0).composition().prompt()).contains("cropped silver hair");
    }

    @Test
    void what_bots_say_and_what_discord_adds_by_itself_is_no_story() throws Exception {
        room.start().follow(HERE);
        String person = room.player().say("She reads https://example.org aloud.");
        await().atMost(PATIENCE).until(() -> room.keptTexts(HERE).size() == 1);

        room.world().otherBot(HERE, "rolled 2d6: 7");
        room.world().embed(person);
        room.player().say("He listens.");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.keptTexts(HERE))
                        .containsExactly("She reads https://example.org aloud.", "He listens."));
    }

    @Test
    void mentions_come_with_the_names_that_readers_see() throws Exception {
        room.start().follow(HERE);

        room.player().say("He follows <@" + room.moderator().id() + ">.");

        await().atMost(PATIENCE).until(() -> room.kept(HERE).size() == 1);
        assertThat(room.kept(HERE).get(0).mentions())
                .containsEntry(room.moderator().id(), "Ines");
    }

    @Test
    void a_missing_intent_is_told_with_its_fix_when_the_story_is_to_be_followed() throws Exception {
        room.world().withholdContent();
        room.start();

        give(room.moderator(), "story on", Map.of());

        assertThat(room.answer(room.moderator(), "It is turned on").text()).contains("Message Content Intent");
    }

    @Test
    void what_is_missing_is_told_in_a_thread_that_sleeps_too() throws Exception {
        room.world().withholdContent();
        room.world().rights().take(1L << 15);
        room.start();
        room.world().archive(Discordia.ASIDE);

        give(room.moderator().at(Discordia.ASIDE), "story on", Map.of());

        assertThat(room.answer(room.moderator(), "It is turned on").text())
                .contains("Message Content Intent", "Attach Files");
    }

    @Test
    void a_missing_permission_is_told_with_its_fix_when_the_story_is_to_be_followed() throws Exception {
        room.world().rights().take(1L << 15);
        room.start();

        give(room.moderator(), "story on", Map.of());

        assertThat(room.answer(room.moderator(), "It is turned on").text()).contains("Attach Files");
    }

    @Test
    void where_it_may_not_say_so_nothing_is_followed_and_the_moderator_is_told_what_is_missing() throws Exception {
        room.world().rights().take(1L << 11);
        room.start();

        give(room.moderator(), "story on", Map.of());

        assertThat(room.answer(room.moderator(), "It is not turned on").text()).contains("Send Messages");
        room.player().say("while nobody was told");
        give(room.moderator(), "story status", Map.of());
        assertThat(room.answer(room.moderator(), "The story is not followed here")
                        .text())
                .contains("Messages kept: 0");
    }

    @Test
    void only_moderators_turn_it_on() throws Exception {
        room.start();

        give(room.player(), "story on", Map.of());

        assertThat(room.answer(room.player(), "/story on").text()).contains("moderators");
        assertThat(room.player().sees()).isEmpty();
    }

    @Test
    void a_story_of_combining_marks_is_kept_and_stops_nothing() throws Exception {
        room.start().follow(HERE);
        String marks = "e" + "\u0301".repeat(3999);

        room.player().say(marks);
        room.player().say("fine");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.keptTexts(HERE)).containsExactly(marks, "fine"));
        give(room.player(), "prompt", Map.of());
        give(room.player(), "scene", Map.of());

        room.picture(HERE, 1);
        await().atMost(PATIENCE)
                .until(() -> room.player().answers().stream()
                        .anyMatch(answer -> answer.text().contains("fine")));
    }

    @Test
    void what_is_deleted_in_an_archived_thread_is_deleted_from_the_story() throws Exception {
        room.start().follow(Discordia.ASIDE);
        String gone = room.player().at(Discordia.ASIDE).say("one");
        String bulk = room.player().at(Discordia.ASIDE).say("two");
        room.player().at(Discordia.ASIDE).say("three");
        await().atMost(PATIENCE).until(() -> room.kept(Discordia.ASIDE).size() == 3);

        room.world().archive(Discordia.ASIDE);
        room.world().delete(gone);
        room.world().bulkDelete(Discordia.ASIDE, List.of(bulk));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.keptTexts(Discordia.ASIDE)).containsExactly("three"));
    }

    @Test
    void a_picture_that_gets_its_text_by_an_edit_is_story_at_its_place() throws Exception {
        room.start().follow(HERE);
        room.player().say("one");
        String picture = room.player().show(new byte[] {1, 2, 3});
        room.player().say("three");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.keptTexts(HERE)).containsExactly("one", "three"));

        room.player().edit(picture, "two");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.keptTexts(HERE)).containsExactly("one", "two", "three"));
    }

    @Test
    void an_edit_brings_back_nothing_that_was_forgotten_or_written_before_it_was_turned_on() throws Exception {
        room.start();
        String before = room.player().say("before it was turned on");
        room.follow(HERE);
        String forgotten = room.player().say("forgotten");
        await().atMost(PATIENCE).until(() -> room.kept(HERE).size() == 1);
        give(room.moderator(), "story forget", Map.of());
        await().atMost(PATIENCE).until(() -> room.kept(HERE).isEmpty());

        room.player().edit(before, "edited");
        room.player().edit(forgotten, "edited");
        room.player().say("after");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.keptTexts(HERE)).containsExactly("after"));
    }
}
