package dev.limner.image.comfyui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okio.ByteString;

/**
 * How a picture looks so far, out of a binary message: a number that names the event, big-endian, then its body.
 *
 * @param job empty when the message does not say
 */
record Preview(String job, String mediaType, byte[] bytes) {
    private static final int PICTURE = 1;
    private static final int PICTURE_WITH_DATA = 4;
    private static final int PNG = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty for other events, and for what is cut off. */
    static Optional<Preview> of(ByteString message) {
        ByteBuffer buffer = message.asByteBuffer();
        if (buffer.remaining() < 2 * Integer.BYTES) {
            return Optional.empty();
        }
        return switch (buffer.getInt()) {
            case PICTURE ->
                Optional.of(new Preview("", buffer.getInt() == PNG ? "image/png" : "image/jpeg", rest(buffer)));
            case PICTURE_WITH_DATA -> withData(buffer);
            default -> Optional.empty();
        };
    }

    private static Optional<Preview> withData(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            return Optional.empty();
        }
        byte[] json = new byte[length];
        buffer.get(json);
        try {
            JsonNode data = JSON.readTree(new String(json, StandardCharsets.UTF_8));
            return Optional.of(new Preview(
                    data.path("prompt_id").asText(""), data.path("image_type").asText("image/jpeg"), rest(buffer)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static byte[] rest(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
