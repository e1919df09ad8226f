package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.character.StoryCharacter;
import dev.limner.chat.FakePlatform;
import dev.limner.chat.UserRef;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamedFirstTest {
    private final List<StoryCharacter> known =
            Stream.of("Ann", "Ann Lee", "Mira").map(NamedFirstTest::character).toList();

    @Test
    void the_longest_name_is_taken_and_the_rest_is_kept_as_it_was_typed() {
        assertThat(NamedFirst.split("ann  lee torn cloak,  wet hair", known))
                .contains(new NamedFirst("Ann Lee", "torn cloak,  wet hair"));
    }

    @Test
    void a_shorter_name_is_taken_where_the_longer_one_does_not_stand() {
        assertThat(NamedFirst.split("Ann leans back", known)).contains(new NamedFirst("Ann", "leans back"));
    }

    @Test
    void a_comma_or_colon_ends_a_name() {
        assertThat(NamedFirst.split("mira, smiling, at dusk", known))
                .contains(new NamedFirst("Mira", "smiling, at dusk"));
        assertThat(NamedFirst.split("Ann Lee:torn cloak", known)).contains(new NamedFirst("Ann Lee", "torn cloak"));
        assertThat(NamedFirst.split("Mira ,", known)).contains(new NamedFirst("Mira", ""));
    }

    @Test
    void quotes_that_hold_all_of_the_rest_are_not_part_of_it() {
        assertThat(NamedFirst.split("mira \"in rain\"", known)).contains(new NamedFirst("Mira", "in rain"));
        assertThat(NamedFirst.split("mira “in rain”", known)).contains(new NamedFirst("Mira", "in rain"));
        assertThat(NamedFirst.split("mira says \"no\"", known)).contains(new NamedFirst("Mira", "says \"no\""));
        assertThat(NamedFirst.split("mira \"no\" she says", known)).contains(new NamedFirst("Mira", "\"no\" she says"));
    }

    @Test
    void a_name_alone_leaves_nothing() {
        assertThat(NamedFirst.split("Mira", known)).contains(new NamedFirst("Mira", ""));
    }

    @Test
    void a_word_that_only_begins_like_a_name_is_not_it() {
        assertThat(NamedFirst.split("Miranda in the rain", known)).isEmpty();
    }

    private static StoryCharacter character(String name) {
        return new StoryCharacter(
                FakePlatform.ROOM.own(),
                name,
                List.of(),
                "",
                "",
                List.of(),
                "",
                new UserRef(FakePlatform.ID, "jo"),
                null,
                null);
    }
}
