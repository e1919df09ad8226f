package dev.limner.webchat.sample;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import java.util.ArrayList;
import java.util.List;

/** Collects the answers to the sample's commands into one account; what comes after its end is answered as usual. */
final class Answers implements Responder {
    private final Responder usual;
    private final List<Answered> steps = new ArrayList<>();
    private boolean ended;

    Answers(Responder usual) {
        this.usual = usual;
    }

    /** @param answer empty while there is none */
    record Answered(String command, String answer) {}

    synchronized void begin(String command) {
        steps.add(new Answered(command, ""));
    }

    synchronized List<Answered> end() {
        ended = true;
        return List.copyOf(steps);
    }

    @Override
    public Capabilities capabilities() {
        return usual.capabilities();
    }

    @Override
    public void respond(PlannedMessage message) throws ChatException {
        if (!collected(message.text())) {
            usual.respond(message);
        }
    }

    private synchronized boolean collected(String text) {
        if (ended || steps.isEmpty()) {
            return false;
        }
        int last = steps.size() - 1;
        Answered step = steps.get(last);
        String answer = step.answer().isEmpty() ? text : step.answer() + "\n" + text;
        steps.set(last, new Answered(step.command(), answer));
        return true;
    }
}
