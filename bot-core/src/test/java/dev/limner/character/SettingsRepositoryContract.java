package dev.limner.character;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.PlatformId;
import dev.limner.chat.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link SettingsRepository} keeps to. */
public abstract class SettingsRepositoryContract {
    private static final PlatformId PLATFORM = new PlatformId("test");
    private static final Scope CHANNEL = Scope.of(new ChannelRef(PLATFORM, "1"));
    private static final Scope COMMUNITY = Scope.of(new CommunityRef(PLATFORM, "1"));

    /** Empty at the start of each test, and the same one throughout it. */
    protected abstract SettingsRepository settings();

    @Test
    void nothing_is_set_at_first() {
        assertThat(settings().of(CHANNEL)).isEmpty();
    }

    @Test
    void what_was_put_is_read_for_its_scope_only() {
        settings().put(CHANNEL, "size", "512x768");
        settings().put(CHANNEL, "style", "Größe 🎨");
        settings().put(COMMUNITY, "size", "1024x1024");

        assertThat(settings().of(CHANNEL)).isEqualTo(Map.of("size", "512x768", "style", "Größe 🎨"));
        assertThat(settings().of(COMMUNITY)).isEqualTo(Map.of("size", "1024x1024"));
    }

    @Test
    void a_later_value_replaces_an_earlier_one() {
        settings().put(CHANNEL, "size", "512x768");

        settings().put(CHANNEL, "size", "");

        assertThat(settings().of(CHANNEL)).isEqualTo(Map.of("size", ""));
    }

    @Test
    void a_removed_value_is_gone() {
        settings().put(CHANNEL, "size", "512x768");
        settings().put(CHANNEL, "spoiler", "on");

        settings().remove(CHANNEL, "size");
        settings().remove(CHANNEL, "size");

        assertThat(settings().of(CHANNEL)).isEqualTo(Map.of("spoiler", "on"));
    }
}
