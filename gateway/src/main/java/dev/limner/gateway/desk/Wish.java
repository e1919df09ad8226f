package dev.limner.gateway.desk;

import dev.limner.character.PictureSize;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be drawn.
 *
 * @param prompt may hold avatar tags; {@code image1} in them names the first of the uploads
 * @param seed of the first picture, the next ones count up; null for any
 * @param size null for the model's own
 * @param model as {@link Models} offers it; null for the one that is set
 * @param modelName as it was sent, offered or not; empty for none
 * @param styles presets of {@link Caller#stagePlace()} by name, instead of the one that is active there; those that there
 *     are not are passed over
 * @param count how many pictures
 * @param uploads images that come with the wish, as references
 * @param once names the wish, so that it is drawn once however often it is sent
 */
public record Wish(
        String prompt,
        String negative,
        @Nullable Long seed,
        @Nullable PictureSize size,
        Models.@Nullable Model model,
        String modelName,
        List<String> styles,
        int count,
        List<Upload> uploads,
        @Nullable String once) {

    /** More than one requester may have waiting would be refused anyway. */
    public static final int MOST = 10;

    public Wish {
        uploads = List.copyOf(uploads);
        styles = List.copyOf(styles);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(count + " pictures");
        }
    }

    /** Tells wishes apart that are sent under one name. */
    String fingerprint() {
        MessageDigest digest = Hashes.sha256();
        for (Object part : List.of(prompt, negative, seed + "", size + "", modelName, styles, count + "")) {
            digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        for (Upload upload : uploads) {
            digest.update(upload.digest());
            digest.update((upload.kind().word() + upload.weight()).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
