package dev.limner.webchat.room;

import dev.limner.chat.Attachment;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import dev.limner.chat.LengthUnit;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.TextLimit;
import dev.limner.webchat.transcript.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The limits of the web chat: chosen, not given, so that a message can be read at a sitting and a file fits in memory. */
public final class Limits {
    private static final long FILE_BYTES = 32L << 20;

    /** The same in every room. */
    public static final Capabilities CAPABILITIES = new Capabilities(
            units(Input.TEXT),
            units(Input.TEXT),
            4,
            FILE_BYTES,
            units(2000),
            8,
            units(100),
            units(80),
            Duration.ofMillis(250),
            true);

    private Limits() {}

    private static TextLimit units(int max) {
        return new TextLimit(max, LengthUnit.UTF16_UNITS);
    }

    /** The body of a message that is within the limits. */
    static Draft.Body body(PlannedMessage message) throws ChatException {
        boolean fits = CAPABILITIES.text().fits(message.text())
                && message.attachments().size() <= CAPABILITIES.attachments()
                && message.buttons().size() <= CAPABILITIES.buttons()
                && message.buttons().stream()
                        .allMatch(b -> CAPABILITIES.buttonId().fits(b.id())
                                && CAPABILITIES.buttonLabel().fits(b.label()));
        if (!fits) {
            throw new ChatException(Kind.REFUSED, "the message is over the limits of the web chat");
        }
        List<Draft.File> files = new ArrayList<>();
        for (Attachment attachment : message.attachments()) {
            files.add(new Draft.File(
                    Input.shown(attachment.fileName()),
                    attachment.mediaType(),
                    bytes(attachment),
                    Input.shown(attachment.altText()),
                    attachment.spoiler()));
        }
        return new Draft.Body(Input.shown(message.text()), files, message.buttons());
    }

    static byte[] bytes(Attachment attachment) throws ChatException {
        try (InputStream in = attachment.content().open()) {
            byte[] bytes = in.readNBytes((int) FILE_BYTES + 1);
            if (bytes.length > FILE_BYTES) {
                throw new ChatException(Kind.REFUSED, attachment.fileName() + " is larger than 32 MB");
            }
            return bytes;
        } catch (IOException e) {
            throw new ChatException(Kind.REFUSED, attachment.fileName() + " cannot be read", false, null, e);
        }
    }
}
