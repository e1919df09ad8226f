package dev.limner.webchat.http;

import dev.limner.avatar.ImageHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of the page: a fixed table, read once, so that no path leads anywhere else. */
final class StaticFiles {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final List<String> NAMES = List.of(
            "index.html",
            "favicon.svg",
            "base.css",
            "chat.css",
            "panel.css",
            "dialog.css",
            "main.js",
            "api.js",
            "dom.js",
            "live.js",
            "room.js",
            "message.js",
            "composer.js",
            "completion.js",
            "people.js",
            "panel.js",
            "prompt.js",
            "dialogs.js",
            "upload.js",
            "theme.js");

    private final Map<String, Reply> byPath = new HashMap<>();

    StaticFiles() {
        NAMES.forEach(name -> byPath.put("/" + name, load(name)));
        byPath.put("/", byPath.get("/index.html"));
    }

    /** @param known the value of If-None-Match */
    Optional<Reply> get(String path, @Nullable String known) {
        return Optional.ofNullable(byPath.get(path)).map(reply -> unchanged(reply, known));
    }

    private static Reply unchanged(Reply reply, @Nullable String known) {
        String tag = reply.headers().get("ETag");
        return known != null && known.equals(tag) ? new Reply(304, "", reply.headers(), new byte[0]) : reply;
    }

    private static Reply load(String name) {
        try (InputStream in = StaticFiles.class.getResourceAsStream("/dev/limner/webchat/static/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            byte[] bytes = in.readAllBytes();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            String tag = '"' + ImageHash.of(bytes).value().substring(0, 20) + '"';
            return new Reply(200, type, Map.of("Cache-Control", "no-cache", "ETag", tag), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
