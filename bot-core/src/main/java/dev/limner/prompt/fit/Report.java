package dev.limner.prompt.fit;

import dev.limner.prompt.Dropped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What composition has to say besides the prompt. */
public final class Report {
    private final List<Dropped> dropped = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    public void dropped(String what, String text, String why) {
        dropped.add(new Dropped(what, text, why));
    }

    public void note(String note) {
        notes.add(note);
    }

    public List<Dropped> dropped() {
        return dropped;
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }
}
