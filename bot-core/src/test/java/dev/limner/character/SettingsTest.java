package dev.limner.character;

import static dev.limner.character.Fixtures.CHANNEL;
import static dev.limner.character.Fixtures.JO;
import static dev.limner.character.Fixtures.MODERATOR;
import static dev.limner.character.Fixtures.THREAD;
import static dev.limner.character.Fixtures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.input.RefusedException;
import dev.limner.prompt.ModelFamily;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    private final InMemorySettings repository = new InMemorySettings();
    private final Settings settings = new Settings(repository, List.of("storyboard", "a1111"));

    @Test
    void nothing_set_means_the_defaults() {
        assertThat(settings.of(CHANNEL))
                .isEqualTo(new ChannelSettings(null, null, null, false, null, false, List.of()));
        assertThat(settings.show(CHANNEL).values()).containsOnly(Settings.DEFAULT);
    }

    @Test
    void what_is_set_is_read_typed() throws RefusedException {
        set("backend", "A1111");
        set("model", "flux1-schnell");
        set("size", "512 x 768");
        set("Spoiler", "ON");
        set("retention", "30");
        set("metadata", "on");
        set("draw-roles", "Artists,  Game masters,");

        assertThat(settings.of(CHANNEL))
                .isEqualTo(new ChannelSettings(
                        "a1111",
                        ModelFamily.FLUX1_SCHNELL,
                        new PictureSize(512, 768),
                        true,
                        30,
                        true,
                        List.of("Artists", "Game masters")));
        assertThat(settings.show(CHANNEL)).containsEntry(SettingKey.SIZE, "512x768");
    }

    @Test
    void roles_are_read_with_the_sign_before_them_that_chats_show() throws RefusedException {
        set("draw-roles", "@Artists, @ Game masters");
        assertThat(settings.of(CHANNEL).drawRoles()).containsExactly("Artists", "Game masters");

        set("draw-roles", "Artists, @everyone");
        assertThat(settings.of(CHANNEL).drawRoles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Artists, Game masters\"",
                "\"Artists\", \"@Game masters\"",
                "\u201CArtists, Game masters\u201D"
            })
    void quotes_around_roles_are_no_part_of_their_names(String typed) throws RefusedException {
        set("draw-roles", typed);

        assertThat(settings.of(CHANNEL).drawRoles()).containsExactly("Artists", "Game masters");
    }

    @Test
    void a_thread_inherits_what_it_does_not_set() throws RefusedException {
        set("spoiler", "on");
        set("size", "512x768");
        set("retention", "30");
        set("draw-roles", "Artists");
        settings.set(THREAD, MODERATOR, "spoiler", "off");
        settings.set(THREAD, MODERATOR, "retention", "forever");
        settings.set(THREAD, MODERATOR, "draw-roles", "everyone");

        assertThat(settings.of(THREAD))
                .isEqualTo(new ChannelSettings(null, null, new PictureSize(512, 768), false, null, false, List.of()));
        assertThat(settings.of(CHANNEL).spoiler()).isTrue();
    }

    @Test
    void default_takes_a_value_away() throws RefusedException {
        set("spoiler", "on");
        settings.set(THREAD, MODERATOR, "spoiler", "off");

        assertThat(settings.set(THREAD, MODERATOR, "spoiler", "Default")).isEqualTo(Settings.DEFAULT);

        assertThat(settings.of(THREAD).spoiler()).isTrue();
    }

    @Test
    void an_unknown_key_is_refused_with_the_list() {
        assertRefused(() -> set("colour", "red"), "backend, model, size, spoiler, retention, metadata, draw-roles");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "backend|dalle|storyboard, a1111",
                "model|sd9|sd15, sdxl",
                "size|big|1024x768",
                "size|100x100|multiple of 8",
                "size|4096x4096|2048",
                "size|32x64|64",
                "spoiler|maybe|on, off",
                "metadata|1|on, off",
                "retention|0|1 to 3650",
                "retention|3651|1 to 3650",
                "retention|-5|1 to 3650",
                "retention|99999999999|1 to 3650",
                "draw-roles|,|everyone",
            })
    void an_unknown_value_is_refused_with_what_may_be_given(String key, String value, String part) {
        assertRefused(() -> set(key, value), part);
        assertThat(repository.of(CHANNEL.own())).isEmpty();
    }

    @Test
    void settings_are_for_moderators() {
        assertRefused(() -> settings.set(CHANNEL, JO, "spoiler", "on"), "moderators");
    }

    @Test
    void a_stored_value_that_means_nothing_any_more_does_not_count() {
        repository.put(CHANNEL.own(), "backend", "gone");
        repository.put(CHANNEL.own(), "model", "gone");
        repository.put(CHANNEL.own(), "size", "gone");
        repository.put(CHANNEL.own(), "retention", "gone");

        assertThat(settings.of(CHANNEL))
                .isEqualTo(new ChannelSettings(null, null, null, false, null, false, List.of()));
        assertThat(settings.show(CHANNEL).values()).containsOnly(Settings.DEFAULT);
    }

    private void set(String key, String value) throws RefusedException {
        settings.set(CHANNEL, MODERATOR, key, value);
    }
}
