package dev.limner.image.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.Picture;
import dev.limner.image.PictureCheck;
import dev.limner.image.UnusablePictureException;
import java.io.IOException;
import java.util.Base64;

/** Pictures out of answers. */
public final class Checked {
    private Checked() {}

    /** @param call where they came from, for the operator */
    public static Picture picture(byte[] bytes, String call) throws WireFault {
        try {
            return PictureCheck.of(bytes);
        } catch (UnusablePictureException e) {
            Fault fault = switch (e.fault()) {
                case TOO_MANY_PIXELS -> Fault.TOO_LARGE;
                case EMPTY -> Fault.NO_PICTURE;
                case UNKNOWN_TYPE, BROKEN -> Fault.GARBLED;
            };
            throw new WireFault(fault, call + ": " + e.getMessage(), null, e);
        }
    }

    /** @param node binary, or text that is Base64 with or without {@code data:} before it */
    public static byte[] bytes(JsonNode node, String call) throws WireFault {
        try {
            if (node.isBinary()) {
                return node.binaryValue();
            }
            String text = node.asText("");
            return Base64.getDecoder().decode(text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text);
        } catch (IOException | IllegalArgumentException e) {
            throw new WireFault(Fault.GARBLED, call + " answered with a picture that is not Base64", null, e);
        }
    }
}
