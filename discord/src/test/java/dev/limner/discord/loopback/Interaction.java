package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Something that a person asked the bot to do, and what it answered. Guarded by itself. */
public final class Interaction {
    final String id;
    final String token;
    volatile boolean expired;
    private final List<Seen> answers;
    private final List<Form> forms;
    private final CompletableFuture<Long> acknowledged = new CompletableFuture<>();
    private int callback;
    private boolean ephemeral;
    private boolean deleted;
    private boolean dismissed;
    private @Nullable Seen original;
    private List<String> choices = List.of();
    private JsonNode modal = Json.object();
    private final CompletableFuture<Long> answered = new CompletableFuture<>();

    Interaction(String id, String token, List<Seen> answers, List<Form> forms) {
        this.id = id;
        this.token = token;
        this.answers = answers;
        this.forms = forms;
    }

    /** The type of what it was acknowledged with; 0 as long as it was not. */
    public synchronized int acknowledgedWith() {
        return callback;
    }

    /** Whether only the person sees the answer. */
    public synchronized boolean isEphemeral() {
        return ephemeral;
    }

    /** Whether the answer that was announced was taken back. */
    public synchronized boolean isDeleted() {
        return deleted;
    }

    public synchronized List<String> choices() {
        return choices;
    }

    /** The form that was opened, as Discord's clients are shown it; empty where there was none. */
    public synchronized JsonNode modal() {
        return modal;
    }

    /** Completes with {@link System#nanoTime()} when what was announced is answered or taken back. */
    public CompletableFuture<Long> answered() {
        return answered;
    }

    /** Completes with {@link System#nanoTime()} when it is acknowledged. */
    public CompletableFuture<Long> acknowledged() {
        return acknowledged;
    }

    synchronized void acknowledge(JsonNode body) {
        if (callback != 0) {
            throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
        }
        callback = body.path("type").asInt();
        acknowledged.complete(System.nanoTime());
        JsonNode data = body.path("data");
        ephemeral = (data.path("flags").asInt() & 64) != 0;
        if (callback == 4) {
            answers.add(seen(new Body(data, List.of())));
        } else if (callback == 8) {
            List<String> names = new ArrayList<>();
            data.path("choices").forEach(c -> names.add(c.path("name").asText()));
            if (names.size() > 25) {
                throw Refusal.invalid("choices");
            }
            choices = names;
        } else if (callback == 9) {
            Modal.check(data);
            modal = data;
            forms.add(Modal.form(data));
        }
    }

    synchronized void edit(Body body, long fileLimit) {
        requireAcknowledged();
        if (deleted || dismissed) {
            throw Refusal.unknownMessage();
        }
        body.check(fileLimit);
        Seen edited = seen(body);
        if (original == null) {
            answers.add(edited);
        } else {
            answers.set(answers.indexOf(original), edited);
        }
        original = edited;
        answered.complete(System.nanoTime());
    }

    /** Discord's documentation, "Create Followup Message": as long as it is only announced, it edits that. */
    synchronized void follow(Body body, long fileLimit) {
        requireAcknowledged();
        if (callback == 5 && original == null && !deleted) {
            edit(body, fileLimit);
            return;
        }
        body.check(fileLimit);
        ephemeral |= (body.json().path("flags").asInt() & 64) != 0;
        answers.add(seen(body));
    }

    synchronized void delete() {
        requireAcknowledged();
        if (deleted || dismissed) {
            throw Refusal.unknownMessage();
        }
        deleted = true;
        if (original != null) {
            answers.remove(original);
        }
        answered.complete(System.nanoTime());
    }

    /** The person takes what was announced off their screen. */
    public synchronized void dismiss() {
        dismissed = true;
    }

    private void requireAcknowledged() {
        if (callback == 0) {
            throw new Refusal(404, 10015, "Unknown Webhook");
        }
    }

    private Seen seen(Body body) {
        Message message = new Message(
                id, "", Json.object(), true, null, body.json().path("content").asText(""), null);
        message.files = body.files();
        if (body.json().path("components").isArray()) {
            message.components = body.json().path("components").deepCopy();
        }
        message.pings = body.pings();
        return message.seen();
    }
}
