package dev.limner.webchat.http;

import com.sun.net.httpserver.HttpExchange;
import dev.limner.command.CommandCatalog;
import dev.limner.command.IncomingFile;
import dev.limner.webchat.http.Asked.Act;
import dev.limner.webchat.room.Input;
import dev.limner.webchat.room.People;
import dev.limner.webchat.room.Room;
import dev.limner.webchat.room.RoomException;
import dev.limner.webchat.room.Wire;
import dev.limner.webchat.transcript.Entry;
import dev.limner.webchat.transcript.Transcript;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses under {@code /api/}: which request means what. There is one room so far. */
final class Routes {
    private static final String ROOM = "/api/rooms/main";
    static final String EVENTS = ROOM + "/events";
    private static final int PAGE = 100;
    private static final int BODY = 256 << 10;

    private final Api api;
    private final Panel panel;
    private final People people;
    private final Transcript transcript;
    private final CommandCatalog commands;
    private final Sessions sessions;
    private final Uploads uploads;
    private final Room room;

    Routes(
            Api api,
            Panel panel,
            People people,
            Transcript transcript,
            CommandCatalog commands,
            Sessions sessions,
            Uploads uploads,
            Room room) {
        this.api = api;
        this.panel = panel;
        this.people = people;
        this.transcript = transcript;
        this.commands = commands;
        this.sessions = sessions;
        this.uploads = uploads;
        this.room = room;
    }

    Reply reply(HttpExchange exchange, String path) throws IOException, Refusal, RoomException {
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> read(exchange, path);
            case "POST" -> Reply.json(200, act(exchange, path));
            default -> throw new Refusal(405, "This address takes GET and POST.");
        };
    }

    private Reply read(HttpExchange exchange, String path) throws Refusal, RoomException {
        if (path.equals("/api/session")) {
            return Reply.json(200, greeting(sessions.open(exchange)));
        }
        Session session = sessions.known(exchange);
        boolean download = query(exchange, "download") != null;
        if (path.startsWith("/api/files/")) {
            return transcript
                    .file(last(path))
                    .map(file -> Reply.file(file.bytes(), file.mediaType(), download))
                    .orElseThrow(Routes::nothing);
        }
        if (path.startsWith("/api/notes/")) {
            return session.file(last(path))
                    .map(file -> Reply.file(file.bytes(), file.mediaType(), download))
                    .orElseThrow(Routes::nothing);
        }
        if (path.startsWith("/api/images/")) {
            return panel.image(last(path))
                    .map(image -> Reply.file(image.bytes(), image.mediaType(), download))
                    .orElseThrow(Routes::nothing);
        }
        return switch (path) {
            case ROOM + "/messages" -> Reply.json(200, page(query(exchange, "before")));
            case ROOM + "/panel" -> Reply.json(200, panel.shown());
            case ROOM + "/prompt" -> Reply.json(200, panel.prompt(query(exchange, "person")));
            default -> throw nothing();
        };
    }

    private Object act(HttpExchange exchange, String path) throws IOException, Refusal, RoomException {
        Session session = sessions.authentic(exchange);
        if (path.equals("/api/uploads")) {
            return Map.of("upload", upload(exchange, session));
        }
        byte[] body = body(exchange);
        if (path.startsWith(ROOM + "/messages/")) {
            String[] parts =
                    path.substring(ROOM.length() + "/messages/".length()).split("/", -1);
            return change(parts, body);
        }
        return switch (path) {
            case ROOM + "/messages" -> api.say(Json.read(body, Asked.Message.class));
            case ROOM + "/commands" -> command(session, Json.read(body, Asked.Command.class));
            case ROOM + "/buttons" -> api.press(session, Json.read(body, Asked.Press.class));
            case ROOM + "/forms" -> api.submit(session, Json.read(body, Asked.Submit.class));
            case ROOM + "/sample" -> api.sample(session, Json.read(body, Asked.Telling.class));
            case "/api/people" -> api.savePerson(Json.read(body, Asked.Somebody.class));
            case "/api/people/remove" -> api.removePerson(Json.read(body, Act.class));
            default -> throw nothing();
        };
    }

    private Object change(String[] parts, byte[] body) throws Refusal, RoomException {
        if (parts.length != 2) {
            throw nothing();
        }
        return switch (parts[1]) {
            case "edit" -> api.edit(parts[0], Json.read(body, Asked.Edit.class));
            case "delete" -> api.delete(parts[0], Json.read(body, Act.class));
            default -> throw nothing();
        };
    }

    private Object command(Session session, Asked.Command asked) throws Refusal, RoomException {
        String upload = asked.upload();
        IncomingFile file = upload == null ? null : uploads.get(session, upload);
        return api.command(session, asked, file);
    }

    private String upload(HttpExchange exchange, Session session) throws IOException, Refusal, RoomException {
        claimed(exchange, Uploads.MAX_BYTES, "The file is larger than 32 MB. Make it smaller first.");
        String name = query(exchange, "name");
        String safe = name == null ? "" : Input.fileName(name);
        String last = safe.substring(Math.max(0, safe.length() - 200));
        return uploads.take(session, last.isBlank() ? "file" : last, exchange.getRequestBody());
    }

    private static byte[] body(HttpExchange exchange) throws IOException, Refusal {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.split(";")[0].strip().equals("application/json")) {
            throw new Refusal(415, "This address takes JSON.");
        }
        claimed(exchange, BODY, "That is too much at once.");
        byte[] body = exchange.getRequestBody().readNBytes(BODY + 1);
        if (body.length > BODY) {
            throw new Refusal(413, "That is too much at once.");
        }
        return body;
    }

    private static void claimed(HttpExchange exchange, long limit, String message) throws Refusal {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (length != null && (!length.matches("[0-9]{1,12}") || Long.parseLong(length) > limit)) {
            throw new Refusal(413, message);
        }
    }

    private Object greeting(Session session) {
        return Map.of(
                "token", session.token(),
                "people", people.all(),
                "commands", commands.all(),
                "limits", Map.of("text", Input.TEXT, "file", Uploads.MAX_BYTES));
    }

    private Object page(@Nullable String before) throws Refusal {
        long position = Long.MAX_VALUE;
        if (before != null) {
            if (!before.matches("[0-9]{1,18}")) {
                throw nothing();
            }
            position = Long.parseLong(before);
        }
        List<Entry> found =
                new ArrayList<>(transcript.before(room.place().channel().id(), position, PAGE + 1));
        boolean more = found.size() > PAGE;
        List<Entry> shown = more ? found.subList(1, found.size()) : found;
        return Map.of("messages", shown.stream().map(Wire.Message::of).toList(), "more", more);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static @Nullable String query(HttpExchange exchange, String key) {
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts[0].equals(key)) {
                return parts.length == 1 ? "" : decoded(parts[1]);
            }
        }
        return null;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Refusal nothing() {
        return new Refusal(404, "There is nothing here.");
    }
}
