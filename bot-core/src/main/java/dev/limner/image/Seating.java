package dev.limner.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Finds out how many of those who wait could be served at once, each by one of those that would do for them. */
final class Seating {
    private final ToIntFunction<Server> room;
    private final Map<Server, List<List<Server>>> seated = new HashMap<>();

    private Seating(ToIntFunction<Server> room) {
        this.room = room;
    }

    /**
     * @param waiting what would do for each
     * @param room how many more a server takes now
     */
    static long most(List<List<Server>> waiting, ToIntFunction<Server> room) {
        Seating seating = new Seating(room);
        return waiting.stream()
                .filter(wanted -> seating.seat(wanted, new HashSet<>()))
                .count();
    }

    /** Lets those who sit already move on where that makes room. */
    private boolean seat(List<Server> wanted, Set<Server> asked) {
        for (Server server : wanted) {
            int most = room.applyAsInt(server);
            if (most <= 0 || !asked.add(server)) {
                continue;
            }
            List<List<Server>> there = seated.computeIfAbsent(server, s -> new ArrayList<>());
            if (there.size() < most) {
                there.add(wanted);
                return true;
            }
            for (int i = 0; i < there.size(); i++) {
                if (seat(there.get(i), asked)) {
                    there.set(i, wanted);
                    return true;
                }
            }
        }
        return false;
    }
}
