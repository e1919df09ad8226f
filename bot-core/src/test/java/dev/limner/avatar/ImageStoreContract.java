package dev.limner.avatar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.CommunityRef;
import dev.limner.chat.PlatformId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link ImageStore} keeps to. */
public abstract class ImageStoreContract {
    private static final CommunityRef HERE = new CommunityRef(new PlatformId("test"), "here");

    /** Empty at the start of each test, and the same one throughout it. */
    protected abstract ImageStore images();

    /** Avatars whose images the store keeps; empty at the start of each test, and the same one throughout it. */
    protected abstract AvatarRepository avatars();

    @Test
    void an_image_is_read_as_it_was_put_under_the_hash_of_its_bytes() {
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};

        ImageHash hash = images().put(bytes, "image/png");

        assertThat(hash).isEqualTo(ImageHash.of(bytes));
        assertThat(images().get(hash)).hasValueSatisfying(image -> {
            assertThat(image.bytes()).isEqualTo(bytes);
            assertThat(image.mediaType()).isEqualTo("image/png");
        });
    }

    @Test
    void an_image_put_twice_is_one() {
        ImageHash first = images().put(bytes("a"), "image/png");
        ImageHash second = images().put(bytes("a"), "image/png");

        assertThat(second).isEqualTo(first);
        assertThat(images().removeUnreferenced()).isEqualTo(1);
    }

    @Test
    void an_unknown_hash_finds_nothing() {
        assertThat(images().get(ImageHash.of(bytes("never stored")))).isEmpty();
    }

    @Test
    void what_an_avatar_refers_to_stays_and_the_rest_is_removed() {
        ImageHash used = images().put(bytes("used"), "image/png");
        ImageHash unused = images().put(bytes("unused"), "image/png");
        avatars().add(avatar("mira", used));

        assertThat(images().removeUnreferenced()).isEqualTo(1);

        assertThat(images().get(used)).isPresent();
        assertThat(images().get(unused)).isEmpty();
    }

    @Test
    void an_image_goes_with_the_last_avatar_that_refers_to_it() {
        ImageHash image = images().put(bytes("shared by two"), "image/png");
        avatars().add(avatar("mira", image));
        avatars().add(avatar("tobin", image));

        avatars().remove(HERE, new AvatarName("mira"));
        assertThat(images().removeUnreferenced()).isZero();
        avatars().remove(HERE, new AvatarName("tobin"));
        assertThat(images().removeUnreferenced()).isEqualTo(1);

        assertThat(images().get(image)).isEmpty();
    }

    @Test
    void one_image_is_removed_only_when_nothing_refers_to_it() {
        ImageHash used = images().put(bytes("used"), "image/png");
        ImageHash unused = images().put(bytes("unused"), "image/png");
        ImageHash other = images().put(bytes("other"), "image/png");
        avatars().add(avatar("mira", used));

        images().removeIfUnreferenced(used);
        images().removeIfUnreferenced(unused);

        assertThat(images().get(used)).isPresent();
        assertThat(images().get(unused)).isEmpty();
        assertThat(images().get(other)).isPresent();
    }

    private static Avatar avatar(String name, ImageHash image) {
        return new Avatar(
                HERE, AvatarKind.FACE, new AvatarName(name), image, 64, 64, null, false, "", Instant.ofEpochMilli(1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
