package dev.limner.avatar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link AvatarRepository} keeps to. */
public abstract class AvatarRepositoryContract {
    private static final PlatformId PLATFORM = new PlatformId("test");
    private static final CommunityRef HERE = new CommunityRef(PLATFORM, "here");
    private static final CommunityRef ELSEWHERE = new CommunityRef(PLATFORM, "elsewhere");
    private static final UserRef JO = new UserRef(PLATFORM, "jo");
    private static final UserRef SAM = new UserRef(PLATFORM, "sam");
    private static final Instant ADDED = Instant.ofEpochMilli(1_700_000_000_123L);

    /** Empty at the start of each test, and the same one throughout it. */
    protected abstract AvatarRepository avatars();

    /** Where the images that avatars refer to are kept; the same one throughout a test. */
    protected abstract ImageStore images();

    @Test
    void an_avatar_is_found_as_it_was_added() {
        Avatar mira = avatar(HERE, "mira", JO);

        assertThat(avatars().add(mira)).isTrue();

        assertThat(avatars().find(HERE, name("mira"))).contains(mira);
    }

    @Test
    void an_avatar_may_belong_to_nobody() {
        Avatar mira = avatar(HERE, "mira", null);

        avatars().add(mira);

        assertThat(avatars().find(HERE, name("mira"))).contains(mira);
    }

    @Test
    void a_name_in_any_script_is_found_in_any_case() {
        Avatar zoe = avatar(HERE, "ЗОЯ", JO);

        avatars().add(zoe);

        assertThat(avatars().find(HERE, name("зоя"))).contains(zoe);
    }

    @Test
    void a_name_that_is_taken_is_not_added_and_changes_nothing() {
        Avatar first = avatar(HERE, "mira", JO);
        avatars().add(first);

        boolean added = avatars().add(avatar(HERE, "mira", SAM));

        assertThat(added).isFalse();
        assertThat(avatars().list(HERE)).containsExactly(first);
    }

    @Test
    void two_kinds_share_one_set_of_names() {
        avatars().add(avatar(HERE, "mira", JO));
        Avatar face = avatar(HERE, "mira", JO);
        Avatar style = new Avatar(
                HERE, AvatarKind.STYLE, face.name(), face.image(), face.width(), face.height(), JO, false, "", ADDED);

        assertThat(avatars().add(style)).isFalse();
    }

    @Test
    void of_many_who_add_one_name_at_once_one_succeeds() throws Exception {
        Avatar mira = avatar(HERE, "mira", JO);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            attempts.add(() -> avatars().add(mira));
        }
        var pool = Executors.newFixedThreadPool(attempts.size());
        try {
            int added = 0;
            for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
                added += attempt.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_list_holds_one_community_by_name() {
        avatars().add(avatar(HERE, "zeno", JO));
        avatars().add(avatar(HERE, "amber", SAM));
        avatars().add(avatar(ELSEWHERE, "mira", JO));

        assertThat(avatars().list(HERE)).extracting(a -> a.name().value()).containsExactly("amber", "zeno");
    }

    @Test
    void communities_of_one_id_on_two_platforms_are_two() {
        CommunityRef other = new CommunityRef(new PlatformId("other"), HERE.id());
        avatars().add(avatar(HERE, "mira", JO));

        assertThat(avatars().find(other, name("mira"))).isEmpty();
        assertThat(avatars().add(avatar(other, "mira", JO))).isTrue();
    }

    @Test
    void an_update_replaces_description_sharing_and_image() {
        Avatar mira = avatar(HERE, "mira", JO);
        avatars().add(mira);
        ImageHash image = images().put("another".getBytes(UTF_8), "image/png");
        Avatar changed = new Avatar(
                HERE, AvatarKind.FACE, mira.name(), image, 300, 200, JO, true, "silver hair, \"scar\"", ADDED);

        avatars().update(changed);

        assertThat(avatars().find(HERE, name("mira"))).contains(changed);
    }

    @Test
    void an_update_of_what_is_not_there_does_nothing() {
        avatars().update(avatar(HERE, "mira", JO));

        assertThat(avatars().list(HERE)).isEmpty();
    }

    @Test
    void a_renamed_avatar_is_found_under_its_new_name_only() {
        Avatar mira = avatar(HERE, "mira", JO);
        avatars().add(mira);

        assertThat(avatars().rename(HERE, name("mira"), name("miriam"))).isTrue();

        assertThat(avatars().find(HERE, name("mira"))).isEmpty();
        assertThat(avatars().find(HERE, name("miriam"))).hasValueSatisfying(found -> {
            assertThat(found.image()).isEqualTo(mira.image());
            assertThat(found.owner()).isEqualTo(JO);
        });
    }

    @Test
    void a_rename_to_a_name_that_is_taken_changes_nothing() {
        Avatar mira = avatar(HERE, "mira", JO);
        Avatar tobin = avatar(HERE, "tobin", SAM);
        avatars().add(mira);
        avatars().add(tobin);

        assertThat(avatars().rename(HERE, name("mira"), name("tobin"))).isFalse();

        assertThat(avatars().list(HERE)).containsExactly(mira, tobin);
    }

    @Test
    void a_rename_of_what_is_not_there_says_so() {
        assertThat(avatars().rename(HERE, name("mira"), name("miriam"))).isFalse();
    }

    @Test
    void a_removed_avatar_is_gone_and_its_name_free() {
        avatars().add(avatar(HERE, "mira", JO));
        avatars().add(avatar(ELSEWHERE, "mira", JO));

        avatars().remove(HERE, name("mira"));
        avatars().remove(HERE, name("mira"));

        assertThat(avatars().find(HERE, name("mira"))).isEmpty();
        assertThat(avatars().find(ELSEWHERE, name("mira"))).isPresent();
        assertThat(avatars().add(avatar(HERE, "mira", SAM))).isTrue();
    }

    @Test
    void what_a_person_owns_is_found_over_all_communities() {
        Avatar here = avatar(HERE, "mira", JO);
        Avatar elsewhere = avatar(ELSEWHERE, "mira", JO);
        avatars().add(here);
        avatars().add(elsewhere);
        avatars().add(avatar(HERE, "tobin", SAM));
        avatars().add(avatar(HERE, "inkwash", null));

        assertThat(avatars().ownedBy(JO)).containsExactlyInAnyOrder(here, elsewhere);
    }

    @Test
    void a_channels_own_avatars_are_named_in_it_alone_and_hide_its_communitys_of_the_same_name() {
        ChannelRef channel = new ChannelRef(PLATFORM, "thread");
        Place thread = new Place(channel, null, HERE);
        Place other = new Place(new ChannelRef(PLATFORM, "other"), null, HERE);
        Avatar mira = avatar(HERE, "mira", JO);
        Avatar tobin = avatar(HERE, "tobin", JO);
        Avatar own = avatar(CommunityRef.of(channel), "mira", SAM);
        List.of(mira, tobin, own).forEach(avatars()::add);

        assertThat(avatars().namedIn(thread)).containsExactlyInAnyOrder(own, tobin);
        assertThat(avatars().named(thread, name("mira"))).contains(own);
        assertThat(avatars().named(thread, name("tobin"))).contains(tobin);
        assertThat(avatars().namedIn(other)).containsExactlyInAnyOrder(mira, tobin);
        assertThat(avatars().named(other, name("mira"))).contains(mira);
        assertThat(avatars().list(HERE)).containsExactly(mira, tobin);
    }

    private Avatar avatar(CommunityRef community, String name, @Nullable UserRef owner) {
        ImageHash image = images().put(("picture of " + name).getBytes(UTF_8), "image/png");
        return new Avatar(community, AvatarKind.FACE, name(name), image, 640, 480, owner, false, "", ADDED);
    }

    private static AvatarName name(String name) {
        return new AvatarName(name);
    }
}
