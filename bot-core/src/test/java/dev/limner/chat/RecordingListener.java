package dev.limner.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Keeps the events it is given, in their order, until a test takes them. */
public final class RecordingListener implements ChatListener {

    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<ChatEvent> events = new LinkedBlockingQueue<>();
    private volatile Function<ChatEvent, CompletionStage<Void>> answer =
            event -> CompletableFuture.completedFuture(null);

    @Override
    public CompletionStage<Void> onEvent(ChatEvent event) {
        events.add(event);
        return answer.apply(event);
    }

    /** Buttons whose ids begin with "edit" may be answered so. */
    @Override
    public boolean mayOpenForm(String buttonId) {
        return buttonId.startsWith("edit");
    }

    /** What is answered from now on, after an event was kept; may throw. */
    public void answerWith(Function<ChatEvent, CompletionStage<Void>> answer) {
        this.answer = answer;
    }

    /** Takes the next event, which must be of this kind. */
    public <T extends ChatEvent> T next(Class<T> kind) throws InterruptedException {
        ChatEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!kind.isInstance(event)) {
            throw new AssertionError("expected a " + kind.getSimpleName() + ", got " + event);
        }
        return kind.cast(event);
    }

    /** Takes the next events, all of this kind. */
    public <T extends ChatEvent> List<T> next(Class<T> kind, int count) throws InterruptedException {
        List<T> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            taken.add(next(kind));
        }
        return taken;
    }

    /** Takes events up to the message with this text, and that one. */
    public ChatEvent.MessagePosted skipTo(String text) throws InterruptedException {
        while (true) {
            ChatEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("\"" + text + "\" never arrived");
            }
            if (event instanceof ChatEvent.MessagePosted posted && posted.text().equals(text)) {
                return posted;
            }
        }
    }
}
