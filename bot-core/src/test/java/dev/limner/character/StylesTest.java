package dev.limner.character;

import static dev.limner.character.Fixtures.CHANNEL;
import static dev.limner.character.Fixtures.ELSEWHERE;
import static dev.limner.character.Fixtures.JO;
import static dev.limner.character.Fixtures.MODERATOR;
import static dev.limner.character.Fixtures.SAM;
import static dev.limner.character.Fixtures.TAGS;
import static dev.limner.character.Fixtures.THREAD;
import static dev.limner.character.Fixtures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.Place;
import dev.limner.input.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StylesTest {
    private final Styles styles = new Styles(new InMemoryStyles(), new InMemorySettings(), TAGS);

    @Test
    void a_saved_style_is_chosen_by_its_name() throws RefusedException {
        StylePreset ink = styles.save(CHANNEL, JO, "Ink wash", "ink, {prompt}", "text", "<be-style:inkwash:0.3>");

        assertThat(styles.active(CHANNEL)).isEmpty();
        assertThat(styles.set(CHANNEL, "INK  wash")).contains(ink);

        assertThat(styles.active(CHANNEL)).contains(ink);
        assertThat(ink.tags()).isEqualTo(List.of("<be-style:inkwash:0.3>"));
        assertThat(styles.active(ELSEWHERE)).isEmpty();
    }

    @Test
    void saving_again_replaces_what_is_given() throws RefusedException {
        styles.save(CHANNEL, JO, "Ink", "ink", "text", "<be-style:inkwash:0.3>");

        StylePreset changed = styles.save(CHANNEL, JO, "ink", "wash", null, "");

        assertThat(changed.prefix()).isEqualTo("wash");
        assertThat(changed.negative()).isEqualTo("text");
        assertThat(changed.tags()).isEmpty();
        assertThat(styles.list(CHANNEL)).containsExactly(changed);
    }

    @Test
    void a_thread_follows_its_channel_until_it_chooses() throws RefusedException {
        StylePreset ink = save(CHANNEL, "ink");
        StylePreset noir = save(THREAD, "noir");
        styles.set(CHANNEL, "ink");

        assertThat(styles.active(THREAD)).contains(ink);
        styles.set(THREAD, "noir");
        assertThat(styles.active(THREAD)).contains(noir);
        assertThat(styles.active(CHANNEL)).contains(ink);
    }

    @Test
    void none_clears_a_style_also_where_the_channel_above_has_one() throws RefusedException {
        StylePreset ink = save(CHANNEL, "ink");
        styles.set(CHANNEL, "ink");

        assertThat(styles.set(THREAD, " None ")).isEmpty();

        assertThat(styles.active(THREAD)).isEmpty();
        assertThat(styles.active(CHANNEL)).contains(ink);
        assertRefused(() -> save(CHANNEL, "None"), "none");
    }

    @Test
    void a_style_that_is_removed_is_active_no_more() throws RefusedException {
        save(CHANNEL, "ink");
        styles.set(CHANNEL, "ink");

        styles.remove(CHANNEL, JO, "ink");

        assertThat(styles.active(CHANNEL)).isEmpty();
        assertRefused(() -> styles.set(CHANNEL, "ink"), "\"ink\"", "/style list");
    }

    @Test
    void only_owners_and_moderators_change_a_style() throws RefusedException {
        save(CHANNEL, "ink");

        assertRefused(() -> styles.save(CHANNEL, SAM, "Ink", "x", null, null), "somebody else");
        assertRefused(() -> styles.save(THREAD, SAM, "Ink", "x", null, null), "somebody else");
        assertRefused(() -> styles.remove(CHANNEL, SAM, "ink"), "somebody else");
        assertThat(styles.save(CHANNEL, MODERATOR, "ink", "x", null, null).owner())
                .isEqualTo(JO.user());
    }

    @Test
    void an_inherited_style_is_listed_but_not_removed() throws RefusedException {
        StylePreset ink = save(CHANNEL, "ink");

        assertThat(styles.list(THREAD)).containsExactly(ink);
        assertRefused(() -> styles.remove(THREAD, JO, "ink"), "inherited");
    }

    @Test
    void what_is_too_long_or_names_an_unknown_avatar_is_refused() {
        assertRefused(() -> styles.save(CHANNEL, JO, "ink", "x".repeat(2001), null, null), "2000");
        assertRefused(() -> styles.save(CHANNEL, JO, "ink", "x", "x".repeat(1001), null), "1000");
        assertRefused(() -> styles.save(CHANNEL, JO, "ink", "<be-style:unknown:0.3>", null, null), "unknown");
        assertRefused(() -> styles.save(CHANNEL, JO, "ink", "x", null, "<be-style:unknown:0.3>"), "unknown");
        assertRefused(() -> styles.save(CHANNEL, JO, "ink", "x", "<be-style:unknown:0.3>", null), "unknown");
        assertRefused(() -> styles.save(CHANNEL, JO, "ink", "x", null, "<style:ink:0.3>"), "tags only");
        assertThat(styles.list(CHANNEL)).isEmpty();
    }

    @Test
    void a_channel_has_at_most_a_hundred() throws RefusedException {
        for (int i = 0; i < Styles.MOST_IN_CHANNEL; i++) {
            save(CHANNEL, "style " + i);
        }

        assertRefused(() -> save(CHANNEL, "ink"), "100", "Remove");
    }

    private StylePreset save(Place place, String name) throws RefusedException {
        return styles.save(place, JO, name, "drawn in " + name, null, null);
    }
}
