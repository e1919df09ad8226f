package dev.limner.webchat.room;

import dev.limner.chat.Button;
import dev.limner.webchat.transcript.Entry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page is told, in the shape in which it becomes JSON. */
public final class Wire {

    private Wire() {}

    /** A message. */
    public record Message(
            String id,
            long position,
            String kind,
            @Nullable String person,
            String name,
            String text,
            List<Picture> pictures,
            List<Button> buttons,
            @Nullable String replyTo,
            long at,
            int revision) {

        public static Message of(Entry entry) {
            return new Message(
                    entry.id(),
                    entry.position(),
                    entry.kind().name().toLowerCase(Locale.ROOT),
                    entry.person(),
                    entry.name(),
                    entry.text(),
                    entry.pictures().stream().map(Picture::of).toList(),
                    entry.buttons(),
                    entry.replyTo(),
                    entry.at().toEpochMilli(),
                    entry.revision());
        }
    }

    /** A file of a message; {@code url} is a path on this server. */
    public record Picture(String url, String fileName, String mediaType, String alt, boolean spoiler) {
        static Picture of(Entry.Picture picture) {
            return new Picture(
                    "/api/files/" + picture.hash(),
                    picture.fileName(),
                    picture.mediaType(),
                    picture.alt(),
                    picture.spoiler());
        }
    }

    /** An answer for one person's eyes; {@code at} is in epoch milliseconds, like that of a message. */
    public record Note(String id, String person, String text, List<Picture> pictures, List<Button> buttons, long at) {}

    /** A message that is gone. */
    public record Gone(String id) {}

    /** A text to edit. */
    public record FormRequest(String person, String id, String title, String label, String value) {}
}
