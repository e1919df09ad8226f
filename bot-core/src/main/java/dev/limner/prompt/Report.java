package dev.limner.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What composition has to say besides the prompt. */
final class Report {
    private final List<Dropped> dropped = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    void dropped(String what, String text, String why) {
        dropped.add(new Dropped(what, text, why));
    }

    void note(String note) {
        notes.add(note);
    }

    List<Dropped> dropped() {
        return dropped;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
