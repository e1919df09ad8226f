package dev.limner.webchat.transcript;

import dev.limner.chat.Author;
import dev.limner.chat.Button;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message before it has its place in a room.
 *
 * @param nonce of two drafts of one room with the same nonce, only the first is kept
 */
public record Draft(
        String room,
        Author.Kind kind,
        @Nullable String person,
        String name,
        Body body,
        @Nullable String replyTo,
        @Nullable String nonce) {

    /** What a message says and shows, and what an edit replaces. */
    public record Body(String text, List<File> files, List<Button> buttons) {
        public Body {
            files = List.copyOf(files);
            buttons = List.copyOf(buttons);
        }

        public static Body text(String text) {
            return new Body(text, List.of(), List.of());
        }
    }

    /** A file with its bytes, which are not copied. */
    @SuppressWarnings("ArrayRecordComponent")
    public record File(String fileName, String mediaType, byte[] bytes, String alt, boolean spoiler) {}
}
