package dev.limner.character;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.PlatformId;
import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link StyleRepository} keeps to. */
public abstract class StyleRepositoryContract {
    private static final PlatformId PLATFORM = new PlatformId("test");
    private static final Scope CHANNEL = Scope.of(new ChannelRef(PLATFORM, "1"));
    private static final Scope COMMUNITY = Scope.of(new CommunityRef(PLATFORM, "1"));
    private static final UserRef JO = new UserRef(PLATFORM, "jo");

    /** Empty at the start of each test, and the same one throughout it. */
    protected abstract StyleRepository styles();

    @Test
    void a_preset_is_found_as_it_was_saved() {
        StylePreset ink = new StylePreset(
                CHANNEL,
                "Ink wash",
                "ink wash illustration, {prompt}, muted",
                "text, watermark",
                List.of("<be-style:inkwash:0.3>", "<be-style:paper:0.1>"),
                JO);

        styles().save(ink);

        assertThat(styles().find(CHANNEL, "ink  WASH")).contains(ink);
    }

    @Test
    void a_save_under_a_name_that_folds_alike_replaces() {
        StylePreset later = preset(CHANNEL, "INK");
        styles().save(preset(CHANNEL, "Ink"));

        styles().save(later);

        assertThat(styles().list(CHANNEL)).containsExactly(later);
    }

    @Test
    void a_list_holds_one_scope_by_folded_name() {
        styles().save(preset(CHANNEL, "Noir"));
        styles().save(preset(CHANNEL, "ink"));
        styles().save(preset(COMMUNITY, "Zebra"));

        assertThat(styles().list(CHANNEL)).extracting(StylePreset::name).containsExactly("ink", "Noir");
    }

    @Test
    void a_removed_preset_is_gone_from_its_scope_only() {
        styles().save(preset(CHANNEL, "Ink"));
        styles().save(preset(COMMUNITY, "Ink"));

        styles().remove(CHANNEL, "ink");
        styles().remove(CHANNEL, "ink");

        assertThat(styles().find(CHANNEL, "Ink")).isEmpty();
        assertThat(styles().find(COMMUNITY, "Ink")).isPresent();
    }

    @Test
    void what_one_person_owns_is_found_in_all_scopes() {
        styles().save(preset(CHANNEL, "Ink"));
        styles().save(preset(COMMUNITY, "Noir"));
        styles().save(new StylePreset(CHANNEL, "Oil", "", "", List.of(), new UserRef(PLATFORM, "sam")));

        assertThat(styles().ownedBy(JO)).extracting(StylePreset::name).containsExactlyInAnyOrder("Ink", "Noir");
    }

    private static StylePreset preset(Scope scope, String name) {
        return new StylePreset(scope, name, "", "", List.of(), JO);
    }
}
