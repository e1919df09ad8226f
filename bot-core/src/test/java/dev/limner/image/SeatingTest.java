package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.prompt.ModelFamily;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeatingTest {
    private final Server one = new Server(SeveralServers.server("a1111", ModelFamily.SDXL, 0, 1), 0);
    private final Server two = new Server(SeveralServers.server("a1111", ModelFamily.SDXL, 0, 1), 1);
    private final Server three = new Server(SeveralServers.server("a1111", ModelFamily.SDXL, 0, 1), 2);

    @Test
    void who_would_take_any_moves_on_for_who_would_not() {
        assertThat(most(Map.of(one, 1, two, 1, three, 1), List.of(one, two), List.of(one, three), List.of(one)))
                .isEqualTo(3);
        assertThat(most(Map.of(one, 1, two, 1), List.of(one, two), List.of(one, three), List.of(one)))
                .isEqualTo(2);
    }

    @Test
    void a_server_serves_as_many_as_it_has_room_for() {
        assertThat(most(Map.of(one, 2), List.of(one), List.of(one), List.of(one)))
                .isEqualTo(2);
        assertThat(most(Map.of(), List.of(one), List.of(two))).isZero();
    }

    @SafeVarargs
    private static long most(Map<Server, Integer> room, List<Server>... waiting) {
        return Seating.most(List.of(waiting), server -> room.getOrDefault(server, 0));
    }
}
