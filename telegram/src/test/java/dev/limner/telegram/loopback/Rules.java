package dev.limner.telegram.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** What a message may have in it; what may not be is refused in Telegram's words. */
final class Rules {
    private Rules() {}

    static Call.Upload upload(Call call, String name) {
        Call.Upload file = call.files().get(name);
        if (file == null) {
            file = call.files().get(call.text(name).replace("attach://", ""));
        }
        if (file == null || file.bytes().length == 0) {
            throw Refusal.badRequest("there is no " + name + " in the request");
        }
        return file;
    }

    static void checkPhoto(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (bytes.length > 10_000_000) {
                throw new Refusal(413, "Request Entity Too Large");
            }
            if (image == null) {
                throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
            }
            int w = image.getWidth();
            int h = image.getHeight();
            if (w + h > 10_000 || Math.max(w, h) > 20 * Math.min(w, h)) {
                throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
            }
        } catch (IOException e) {
            throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
        }
    }

    static String caption(String text) {
        String caption = normal(text);
        if (caption.length() > 1024) {
            throw Refusal.badRequest("message caption is too long");
        }
        return caption;
    }

    /** As the server cleans what it is given. */
    static String normal(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b-\\x1f]", " ").strip();
    }

    static void checkMarkup(JsonNode markup) {
        for (JsonNode row : markup.path("inline_keyboard")) {
            for (JsonNode button : row) {
                int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
                if (bytes < 1 || bytes > 64) {
                    throw Refusal.badRequest("BUTTON_DATA_INVALID");
                }
                if (button.path("text").asText().isBlank()) {
                    throw Refusal.badRequest("can't parse inline keyboard button: Text buttons are unallowed");
                }
            }
        }
        String hint = markup.path("input_field_placeholder").asText("");
        if (hint.length() > 64) {
            throw Refusal.badRequest("REPLY_MARKUP_INVALID");
        }
    }

    static void checkEntities(JsonNode entities, String text) {
        for (JsonNode entity : entities) {
            int end = entity.path("offset").asInt() + entity.path("length").asInt();
            if (end > text.length()) {
                throw Refusal.badRequest("ENTITY_BOUNDS_INVALID");
            }
        }
    }
}
