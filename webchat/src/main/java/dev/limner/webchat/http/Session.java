package dev.limner.webchat.http;

import dev.limner.webchat.room.Visitor;
import dev.limner.webchat.room.Wire;
import dev.limner.webchat.transcript.Ids;
import dev.limner.webchat.transcript.Transcript.Stored;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One browser: what it may do, the event streams of its tabs, and what was said to it alone. Of that, notes are kept in
 * memory, and every tab is told them when it is opened or loaded again; anything else until a tab is there to take it.
 * Thread-safe.
 */
final class Session implements Visitor {
    private static final int STREAMS = 4;
    private static final int WAITING = 50;
    private static final int FILES = 16;
    private static final long FILE_BYTES = 32L << 20;

    private final String id = Ids.next();
    private final String token = Ids.next();
    private final Deque<EventStream> streams = new ArrayDeque<>();
    private final Deque<EventStream.Event> waiting = new ArrayDeque<>();
    private final Deque<Wire.Note> notes = new ArrayDeque<>();
    private final Map<String, Stored> files = new LinkedHashMap<>();

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    /** Adds a tab; the oldest gives way where there are too many, for a browser opens six connections at most. */
    synchronized void add(EventStream stream) {
        if (streams.size() == STREAMS) {
            EventStream oldest = streams.removeFirst();
            oldest.offer(new EventStream.Event("elsewhere", Map.of()));
            oldest.finish();
        }
        streams.addLast(stream);
        notes.forEach(note -> stream.offer(new EventStream.Event("note", note)));
        waiting.forEach(stream::offer);
        waiting.clear();
    }

    synchronized void remove(EventStream stream) {
        streams.remove(stream);
    }

    synchronized List<EventStream> streams() {
        return new ArrayList<>(streams);
    }

    synchronized boolean isWatched() {
        return !streams.isEmpty();
    }

    /** Says something to this browser alone. */
    @Override
    public synchronized void tell(String type, Object data) {
        EventStream.Event event = new EventStream.Event(type, data);
        if (data instanceof Wire.Note note) {
            keep(notes, note);
        } else if (streams.isEmpty()) {
            keep(waiting, event);
        }
        streams.forEach(stream -> stream.offer(event));
    }

    private static <T> void keep(Deque<T> newest, T one) {
        if (newest.size() == WAITING) {
            newest.removeFirst();
        }
        newest.addLast(one);
    }

    /** Forgets what was said to one person. */
    synchronized void forget(String person) {
        notes.removeIf(note -> note.person().equals(person));
        // whose they are is not known
        files.clear();
    }

    /** Keeps a file that only this browser may see, at the cost of older ones. */
    @Override
    public synchronized String keep(Stored file) {
        String name = Ids.next();
        files.put(name, file);
        var eldest = files.values().iterator();
        while (files.size() > FILES || (files.size() > 1 && fileBytes() > FILE_BYTES)) {
            eldest.next();
            eldest.remove();
        }
        return name;
    }

    synchronized Optional<Stored> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private long fileBytes() {
        return files.values().stream().mapToLong(file -> file.bytes().length).sum();
    }
}
