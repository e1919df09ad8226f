package dev.limner.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which servers suit a need, best first: the one that is set for the place, then those that can do what the request
 * needs, then the order of the configuration. What only stands in for a picture comes last, unless it was put first.
 */
final class Ranking {
    /** A server as it was looked at for one ranking. Used by one thread. */
    static final class Ranked {
        private final Server server;
        private final BackendProfile profile;
        private final Need need;
        private int dropped = -1;

        Ranked(Server server, BackendProfile profile, Need need) {
            this.server = server;
            this.profile = profile;
            this.need = need;
        }

        Server server() {
            return server;
        }

        BackendProfile profile() {
            return profile;
        }

        String name() {
            return server.name();
        }

        /** How many of the references it would not use; it is asked once at the most, and only where that decides. */
        int dropped() {
            if (dropped < 0) {
                dropped = need.dropped(server.backend(), profile);
            }
            return dropped;
        }
    }

    private Ranking() {}

    /** Those that are up, without some. */
    static List<Ranked> available(List<Server> servers, Need need, Set<Server> without) {
        List<Ranked> ranked = new ArrayList<>();
        for (Server server : servers) {
            if (!without.contains(server) && server.isUp()) {
                Optional<BackendProfile> profile = server.profile();
                // looking may have found it down
                if (profile.isPresent() && server.isUp()) {
                    ranked.add(new Ranked(server, profile.get(), need));
                }
            }
        }
        ranked.sort(order(need));
        return ranked;
    }

    /** In the order of preference, whatever their health. */
    static List<Server> preferred(List<Server> servers, Need need) {
        return servers.stream()
                .sorted(Comparator.comparing(server -> isNotSet(server, need)))
                .toList();
    }

    /** The first, and those of the same kind that can do the same: it makes no difference which of them draws. */
    static List<Server> equalOnes(List<Ranked> ranked) {
        Ranked first = ranked.get(0);
        return ranked.stream()
                .filter(other -> other.name().equals(first.name())
                        && other.profile().equals(first.profile())
                        && other.dropped() == first.dropped())
                .map(Ranked::server)
                .toList();
    }

    private static Comparator<Ranked> order(Need need) {
        return Comparator.<Ranked, Boolean>comparing(r -> isNotSet(r.server(), need))
                .thenComparing(r -> isLast(r.server()))
                .thenComparing(r -> need.isOtherModel(r.profile()))
                .thenComparing(Ranked::dropped)
                .thenComparing(r -> need.isOtherSize(r.server().backend()))
                .thenComparing(r -> r.server().place());
    }

    private static boolean isNotSet(Server server, Need need) {
        return !server.name().equals(need.backend());
    }

    private static boolean isLast(Server server) {
        return server.place() > 0 && server.backend().standsIn();
    }
}
