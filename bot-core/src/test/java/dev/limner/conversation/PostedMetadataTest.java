package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.PictureCheck;
import dev.limner.image.Pictures;
import dev.limner.image.UnusablePictureException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an image server wrote into a picture, the whole prompt among it, and who gets to read it. */
class PostedMetadataTest {
    private static final String PROMPT = "a lighthouse, and what nobody is to read";

    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    @Test
    void it_is_left_out_of_what_is_posted_unless_the_channel_keeps_it() {
        draw();
        assertThat(posted(1)).doesNotContain(PROMPT);

        room.mod().type("/settings set metadata on", List.of());
        draw();
        assertThat(posted(2)).contains(PROMPT);

        room.mod().type("/settings set metadata off", List.of());
        draw();
        assertThat(posted(3)).doesNotContain(PROMPT);
    }

    private void draw() {
        room.backend().next(progress -> {
            try {
                return new Generated(PictureCheck.of(Pictures.pngWithText(64, 64, "parameters", PROMPT)), List.of());
            } catch (UnusablePictureException e) {
                throw new AssertionError(e);
            }
        });
        int before = room.pictures().size();
        room.sam().type("/imagine a lighthouse", List.of());
        room.picture(before + 1);
    }

    private String posted(int number) {
        return new String(room.picture(number).files().get(0).bytes(), StandardCharsets.ISO_8859_1);
    }
}
