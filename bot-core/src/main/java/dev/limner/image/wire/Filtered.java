package dev.limner.image.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.Picture;
import dev.limner.image.PictureCheck;
import java.util.List;
import java.util.Optional;

/**
 * Pictures that a server's safety checker made black. It says so beside the picture, with status 200; the word alone does
 * not do, since where the checker is off the picture is there all the same.
 */
public final class Filtered {
    /** As diffusers and fal name it: true, or a list with one for each picture. */
    private static final List<String> MARKS = List.of("nsfw_content_detected", "has_nsfw_concepts", "nsfw");

    private static final Refused REFUSED = new Refused(
            "The picture server's content filter made this picture black. Change the prompt, then ask again.");

    private Filtered() {}

    /** @param said the parts of an answer that may tell of the picture */
    public static Optional<Refused> refusal(Picture picture, JsonNode... said) {
        for (JsonNode part : said) {
            if (isMarked(part) && PictureCheck.isBlack(picture)) {
                return Optional.of(REFUSED);
            }
        }
        return Optional.empty();
    }

    private static boolean isMarked(JsonNode part) {
        for (String mark : MARKS) {
            JsonNode value = part.path(mark);
            if (value.asBoolean(false) || value.path(0).asBoolean(false)) {
                return true;
            }
        }
        return false;
    }
}
