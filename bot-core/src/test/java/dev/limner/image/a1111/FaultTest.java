package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {

    /** Who asked through another program has no commands. */
    @ParameterizedTest
    @EnumSource
    void a_command_is_advised_only_to_those_in_a_chat(Fault fault) {
        assertThat(fault.forRequester().replace("in a chat with /settings set size", ""))
                .doesNotContainPattern("(?<!\\S)/\\w");
    }
}
