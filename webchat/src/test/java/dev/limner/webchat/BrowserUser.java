package dev.limner.webchat;

import static java.util.stream.StreamSupport.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.chat.Button;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatUser;
import dev.limner.chat.Form;
import dev.limner.command.CommandSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A person who uses the web chat through a {@link Browser}. */
final class BrowserUser implements ChatUser {
    private static final String ROOM = "/api/rooms/main";
    private final Browser browser;
    private final String person;

    BrowserUser(Browser browser, String name) {
        this.browser = browser;
        this.person = browser.post("/api/people", Map.of("name", name, "moderator", false))
                .json()
                .path("id")
                .asText();
    }

    String person() {
        return person;
    }

    @Override
    public ChannelRef channel() {
        return WebChat.MAIN;
    }

    @Override
    public String say(String text) {
        if (text.startsWith("/")) {
            act("/commands", Map.of("text", text));
            return "";
        }
        return act("/messages", Map.of("text", text)).path("id").asText();
    }

    @Override
    public void edit(String messageId, String text) {
        act("/messages/" + messageId + "/edit", Map.of("text", text));
    }

    @Override
    public void delete(String messageId) {
        act("/messages/" + messageId + "/delete", Map.of());
    }

    @Override
    public void command(CommandSpec command, Map<String, String> values, byte @Nullable [] picture) {
        Map<String, String> body = new HashMap<>(Map.of("text", ChatUser.typed(command, values)));
        if (picture != null) {
            JsonNode upload = browser.send(
                            browser.own("/api/uploads?name=mira.png").post(RequestBody.create(picture)))
                    .json();
            body.put("upload", upload.path("upload").asText());
        }
        act("/commands", body);
    }

    @Override
    public void press(String messageId, String buttonId) {
        act("/buttons", Map.of("message", messageId, "button", buttonId));
    }

    @Override
    public void submit(Form form, String value) {
        act("/forms", Map.of("form", form.id(), "value", value));
    }

    @Override
    public List<Seen> sees() {
        return stream(browser.get(ROOM + "/messages").path("messages").spliterator(), false)
                .filter(message -> message.path("kind").asText().equals("bot"))
                .map(this::seen)
                .toList();
    }

    @Override
    public List<Seen> answers() {
        return browser.told("note").stream().map(this::seen).toList();
    }

    @Override
    public List<Form> forms() {
        return browser.told("form").stream()
                .map(f -> new Form(
                        f.path("id").asText(),
                        f.path("title").asText(),
                        f.path("label").asText(),
                        f.path("value").asText()))
                .toList();
    }

    private JsonNode act(String path, Map<String, String> body) {
        Map<String, String> whole = new HashMap<>(body);
        whole.put("person", person);
        Browser.Answer answer = browser.post(ROOM + path, whole);
        if (answer.status() != 200) {
            throw new PlatformRefused(answer.status() + ": " + answer.text());
        }
        return answer.json();
    }

    private Seen seen(JsonNode message) {
        List<SeenFile> files = stream(message.path("pictures").spliterator(), false)
                .map(p -> new SeenFile(
                        p.path("fileName").asText(),
                        browser.send(browser.own(p.path("url").asText())).body(),
                        p.path("alt").asText()))
                .toList();
        List<Button> buttons = stream(message.path("buttons").spliterator(), false)
                .map(b -> new Button(b.path("id").asText(), b.path("label").asText()))
                .toList();
        return new Seen(
                message.path("id").asText(),
                message.path("text").asText(),
                files,
                buttons,
                message.path("replyTo").asText(null),
                false);
    }
}
