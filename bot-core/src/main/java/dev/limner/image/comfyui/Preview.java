package dev.limner.image.comfyui;

import dev.limner.image.wire.Reply;
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
        return Reply.parse(new String(json, StandardCharsets.UTF_8))
                .map(data -> new Preview(
                        data.path("prompt_id").asText(""),
                        data.path("image_type").asText("image/jpeg"),
                        rest(buffer)));
    }

    private static byte[] rest(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
