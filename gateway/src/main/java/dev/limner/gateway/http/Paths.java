package dev.limner.gateway.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the path of a request into its parts, each decoded once. What could mean another path is no path at all. */
final class Paths {
    private static final int LONGEST = 1_024;

    private Paths() {}

    static Optional<List<String>> parts(String path) {
        if (!path.startsWith("/") || path.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (String raw : path.substring(1).split("/", -1)) {
            Optional<String> part = decoded(raw);
            if (part.isEmpty()
                    || part.get().isEmpty()
                    || part.get().equals(".")
                    || part.get().equals("..")) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(parts);
    }

    private static Optional<String> decoded(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
                int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c > ' ' && c < 0x7f && c != '\\') {
                bytes.write(c);
            } else {
                return Optional.empty();
            }
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            boolean plain = text.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '/' || c == '\\');
            return plain ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
