package dev.limner.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.avatar.intake.TestImages;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.input.RefusedException;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AvatarsTest {
    private static final PlatformId PLATFORM = new PlatformId("test");
    private static final CommunityRef HERE = new CommunityRef(PLATFORM, "here");
    private static final Member JO = member("jo", false);
    private static final Member SAM = member("sam", false);
    private static final Member MODERATOR = member("mo", true);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final byte[] PICTURE = TestImages.quarters("png", 128, 96);

    private final InMemoryAvatars repository = new InMemoryAvatars();
    private final InMemoryImages images = new InMemoryImages(repository::images);
    private final Avatars avatars = new Avatars(repository, new ImageIntake(images, IntakeLimits.DEFAULT), () -> NOW);

    @Test
    void an_added_avatar_belongs_to_who_added_it_and_is_not_shared() throws RefusedException {
        Avatar avatar = avatars.add(HERE, JO, AvatarKind.FACE, " Mira ", TestFile.of(PICTURE), "a lean\ufeff elf");

        assertThat(avatars.show(HERE, "MIRA")).isEqualTo(avatar);
        assertThat(avatar.owner()).isEqualTo(JO.user());
        assertThat(avatar.shared()).isFalse();
        assertThat(avatar.description()).isEqualTo("a lean elf");
        assertThat(avatar.added()).isEqualTo(NOW);
        assertThat(avatar.width()).isEqualTo(128);
        assertThat(images.get(avatar.image())).isPresent();
    }

    @Test
    void a_name_that_is_taken_is_refused_with_advice_and_nothing_is_stored() throws RefusedException {
        Avatar first = add(JO, "mira");

        assertRefused(
                () -> avatars.add(
                        HERE, JO, AvatarKind.STYLE, "mira", TestFile.of(TestImages.quarters("png", 90, 90)), ""),
                "already",
                "renamed or removed first");
        assertThat(avatars.list(HERE)).containsExactly(first);
        assertThat(images.removeUnreferenced()).isZero();
    }

    @Test
    void one_that_is_told_again_is_added_once_and_another_image_or_another_person_is_refused() throws RefusedException {
        Avatar first = avatars.addOnce(HERE, JO, AvatarKind.FACE, "mira", TestFile.of(PICTURE), "");

        assertThat(avatars.addOnce(HERE, JO, AvatarKind.FACE, "mira", TestFile.of(PICTURE), ""))
                .isEqualTo(first);
        assertThat(avatars.list(HERE)).containsExactly(first);
        assertRefused(() -> avatars.addOnce(HERE, SAM, AvatarKind.FACE, "mira", TestFile.of(PICTURE), ""), "already");
        assertRefused(
                () -> avatars.addOnce(
                        HERE, JO, AvatarKind.FACE, "mira", TestFile.of(TestImages.quarters("png", 90, 90)), ""),
                "already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "<mira>", "mira:0.3", "012345678901234567890123456789012", "\ud800"})
    void a_name_that_cannot_be_one_is_refused_with_the_right_form(String name) {
        assertRefused(() -> add(JO, name), "1 to 32 letters");
    }

    @Test
    void an_image_that_is_refused_adds_nothing() {
        assertRefused(() -> avatars.add(HERE, JO, AvatarKind.FACE, "mira", TestFile.of(new byte[0]), ""), "empty");
        assertThat(avatars.list(HERE)).isEmpty();
    }

    @Test
    void a_description_that_is_too_long_is_refused() throws RefusedException {
        add(JO, "mira");

        assertRefused(() -> avatars.describe(HERE, JO, "mira", "x".repeat(501)), "500", "501");
        assertThat(avatars.describe(HERE, JO, "mira", "x".repeat(500)).description())
                .hasSize(500);
    }

    @Test
    void owners_and_moderators_change_an_avatar() throws RefusedException {
        add(JO, "mira");

        avatars.describe(HERE, JO, "mira", "silver hair");
        avatars.share(HERE, MODERATOR, "mira", true);
        Avatar renamed = avatars.rename(HERE, JO, "mira", "miriam");

        assertThat(renamed.description()).isEqualTo("silver hair");
        assertThat(renamed.shared()).isTrue();
        assertThat(avatars.remove(HERE, MODERATOR, "miriam")).isEqualTo(renamed);
        assertThat(avatars.list(HERE)).isEmpty();
    }

    @Test
    void others_change_nothing_even_when_it_is_shared() throws RefusedException {
        add(JO, "mira");
        Avatar shared = avatars.share(HERE, JO, "mira", true);

        assertRefused(() -> avatars.describe(HERE, SAM, "mira", "x"), "somebody else", "moderator");
        assertRefused(() -> avatars.rename(HERE, SAM, "mira", "sams"), "somebody else");
        assertRefused(() -> avatars.share(HERE, SAM, "mira", false), "somebody else");
        assertRefused(() -> avatars.remove(HERE, SAM, "mira"), "somebody else");
        assertThat(avatars.list(HERE)).containsExactly(shared);
    }

    @Test
    void an_avatar_is_used_by_its_owner_and_moderators_and_by_all_once_it_is_shared() throws RefusedException {
        Avatar own = add(JO, "mira");
        Avatar shared = avatars.share(HERE, JO, "mira", true);

        assertThat(Avatars.mayUse(own, JO)).isTrue();
        assertThat(Avatars.mayUse(own, MODERATOR)).isTrue();
        assertThat(Avatars.mayUse(own, SAM)).isFalse();
        assertThat(Avatars.mayUse(shared, SAM)).isTrue();
    }

    @Test
    void an_avatar_without_an_owner_belongs_to_the_moderators() {
        Avatar nobodys = avatar("mira", null);

        assertThat(Avatars.mayUse(nobodys, JO)).isFalse();
        assertThat(Avatars.mayUse(nobodys, MODERATOR)).isTrue();
    }

    @Test
    void an_unknown_avatar_is_refused_and_the_list_pointed_to() {
        assertRefused(() -> avatars.show(HERE, "mira"), "\"mira\"", "/avatar list");
        assertRefused(() -> avatars.remove(HERE, MODERATOR, "mira"), "\"mira\"");
    }

    @Test
    void a_rename_to_a_name_that_is_taken_is_refused() throws RefusedException {
        add(JO, "mira");
        add(SAM, "tobin");

        assertRefused(() -> avatars.rename(HERE, JO, "mira", "tobin"), "already");
        assertRefused(() -> avatars.rename(HERE, JO, "mira", "MIRA"), "already");
    }

    @Test
    void a_person_has_at_most_a_hundred() {
        for (int i = 0; i < Avatars.MOST_OF_PERSON; i++) {
            repository.add(avatar("a" + i, JO.user()));
        }

        assertRefused(() -> add(JO, "mira"), "100", "Remove");
    }

    @Test
    void a_community_has_at_most_five_hundred() {
        for (int i = 0; i < Avatars.MOST_IN_COMMUNITY; i++) {
            repository.add(avatar("a" + i, null));
        }

        assertRefused(() -> add(JO, "mira"), "500", "Remove");
    }

    private Avatar add(Member by, String name) throws RefusedException {
        return avatars.add(HERE, by, AvatarKind.FACE, name, TestFile.of(PICTURE), "");
    }

    private static Avatar avatar(String name, @org.jspecify.annotations.Nullable UserRef owner) {
        ImageHash image = ImageHash.of(new byte[0]);
        return new Avatar(HERE, AvatarKind.FACE, new AvatarName(name), image, 64, 64, owner, false, "", NOW);
    }

    private static Member member(String id, boolean moderator) {
        return new Member(new UserRef(PLATFORM, id), id, moderator);
    }

    private static void assertRefused(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(RefusedException.class).hasMessageContainingAll(parts);
    }
}
