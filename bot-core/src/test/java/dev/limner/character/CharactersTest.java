package dev.limner.character;

import static dev.limner.character.Fixtures.CHANNEL;
import static dev.limner.character.Fixtures.COMMUNITY;
import static dev.limner.character.Fixtures.ELSEWHERE;
import static dev.limner.character.Fixtures.JO;
import static dev.limner.character.Fixtures.MODERATOR;
import static dev.limner.character.Fixtures.SAM;
import static dev.limner.character.Fixtures.TAGS;
import static dev.limner.character.Fixtures.THREAD;
import static dev.limner.character.Fixtures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.Scope;
import dev.limner.input.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CharactersTest {
    private static final Player SAM_PLAYS = new Player(SAM.user(), "Sam");

    private final InMemoryCharacters repository = new InMemoryCharacters();
    private final Characters characters = new Characters(repository, TAGS, () -> java.time.Instant.EPOCH);

    @Test
    void a_character_is_set_with_all_its_options() throws RefusedException {
        StoryCharacter mira = characters.set(
                CHANNEL,
                JO,
                new CharacterOptions(
                        "  Mira   Voss ",
                        "a lean elf\u202e",
                        "beard",
                        "Mir, the archivist,, MIR",
                        "<be-face:mira:0.3>, <be-style:ink:0.1>",
                        SAM_PLAYS,
                        "Mira | moon 🌙"));

        assertThat(mira)
                .isEqualTo(new StoryCharacter(
                        CHANNEL.own(),
                        "Mira Voss",
                        List.of("Mir", "the archivist"),
                        "a lean elf",
                        "beard",
                        List.of("<be-face:mira:0.3>", "<be-style:ink:0.1>"),
                        "",
                        JO.user(),
                        SAM_PLAYS,
                        "Mira | moon 🌙"));
        assertThat(characters.show(CHANNEL, "mira voss")).isEqualTo(mira);
    }

    @Test
    void setting_it_again_replaces_only_the_options_given() throws RefusedException {
        characters.set(
                CHANNEL,
                JO,
                new CharacterOptions("Mira", "an elf", "beard", "Mir", "<be-face:mira:0.3>", SAM_PLAYS, "M"));
        characters.state(CHANNEL, JO, "Mira", "torn cloak");

        StoryCharacter changed =
                characters.set(CHANNEL, JO, new CharacterOptions("MIRA", "an old elf", null, "", null, null, ""));

        assertThat(changed)
                .isEqualTo(new StoryCharacter(
                        CHANNEL.own(),
                        "MIRA",
                        List.of(),
                        "an old elf",
                        "beard",
                        List.of("<be-face:mira:0.3>"),
                        "torn cloak",
                        JO.user(),
                        SAM_PLAYS,
                        null));
        assertThat(characters.list(CHANNEL)).containsExactly(changed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann-Marie O'Neill", "Д’Артаньян", "李小龍", "R2.D2", "Zoë", "7"})
    void names_of_any_script_are_taken(String name) throws RefusedException {
        assertThat(set(CHANNEL, JO, name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "...", "<b>", "a,b", "Mira:x", "🌙"})
    void a_name_that_cannot_be_one_is_refused(String name) {
        assertRefused(() -> set(CHANNEL, JO, name), "1 to 60 letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mi\u0000ra", "Mira\ud800"})
    void a_name_with_what_is_no_text_is_refused(String name) {
        assertRefused(() -> set(CHANNEL, JO, name), "control characters");
        assertThat(characters.list(CHANNEL)).isEmpty();
    }

    @Test
    void lengths_are_limited() {
        assertRefused(() -> set(CHANNEL, JO, "x".repeat(61)), "60", "61");
        assertRefused(() -> characters.set(CHANNEL, JO, prefix("x".repeat(2001))), "prefix", "2000", "2001");
        assertRefused(
                () -> characters.set(
                        CHANNEL, JO, new CharacterOptions("Mira", "", "x".repeat(1001), null, null, null, null)),
                "negative",
                "1000");
        assertRefused(() -> characters.set(CHANNEL, JO, aliases("a,b,c,d,e,f,g,h,i,j,k,l,m")), "12 aliases", "13");
        assertRefused(() -> characters.set(CHANNEL, JO, aliases("x".repeat(61))), "alias", "60");
        assertThat(characters.list(CHANNEL)).isEmpty();
    }

    @Test
    void a_state_is_limited_and_cleared() throws RefusedException {
        set(CHANNEL, JO, "Mira");

        assertRefused(() -> characters.state(CHANNEL, JO, "Mira", "x".repeat(501)), "500");
        assertThat(characters.state(CHANNEL, JO, "mira", "wet").state()).isEqualTo("wet");
        assertThat(characters.state(CHANNEL, JO, "mira", "").state()).isEmpty();
        assertThat(characters.states(characters.show(CHANNEL, "mira")))
                .extracting(StateChange::state)
                .startsWith("", "wet");
        assertRefused(() -> characters.state(CHANNEL, JO, "Tobin", "wet"), "\"Tobin\"", "/character list");
    }

    @Test
    void tags_are_checked_wherever_they_are_given() throws RefusedException {
        assertRefused(() -> characters.set(CHANNEL, JO, prefix("elf <be-face:unknown:0.3>")), "unknown");
        assertRefused(() -> characters.set(CHANNEL, JO, tags("<be-face:unknown:0.3>")), "unknown");
        assertRefused(() -> characters.set(CHANNEL, JO, tags("<be-face:mira:0.3> and more")), "tags only");
        assertRefused(() -> characters.set(CHANNEL, JO, tags("<be-face:mira:0.3>".repeat(13))), "12");
        assertRefused(() -> characters.set(CHANNEL, JO, negative("<be-face:unknown:0.3>")), "unknown");
        assertThat(characters.list(CHANNEL)).isEmpty();

        StoryCharacter mira = characters.set(CHANNEL, JO, prefix("elf"));
        assertRefused(() -> characters.state(CHANNEL, JO, "Mira", "wet <be-face:unknown:0.3>"), "unknown");
        assertThat(characters.show(CHANNEL, "Mira")).isEqualTo(mira);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<face:mira:0.3>", "<lora:ink:1>", "<be-face:mira>", "<be-face:mira:0.3", "<>"})
    void what_is_no_avatar_tag_is_refused_as_one_with_the_right_form(String given) {
        assertRefused(() -> characters.set(CHANNEL, JO, tags("<be-face:jo:0.2> " + given)), "<be-face:mira:0.3>");
        assertThat(characters.list(CHANNEL)).isEmpty();
    }

    @Test
    void an_old_tag_is_no_obstacle_to_another_change() throws RefusedException {
        repository.save(new StoryCharacter(
                CHANNEL.own(), "Mira", List.of(), "<be-face:unknown:0.3>", "", List.of(), "", JO.user(), null, null));

        assertThat(characters.state(CHANNEL, JO, "Mira", "wet").state()).isEqualTo("wet");
        assertThat(characters.set(CHANNEL, JO, aliases("Mir")).aliases()).containsExactly("Mir");
    }

    @Test
    void only_owners_and_moderators_change_a_character() throws RefusedException {
        StoryCharacter mira = set(CHANNEL, JO, "Mira");

        assertRefused(() -> set(CHANNEL, SAM, "mira"), "somebody else", "moderator");
        assertRefused(() -> characters.state(CHANNEL, SAM, "mira", "x"), "somebody else");
        assertRefused(() -> characters.remove(CHANNEL, SAM, "mira"), "somebody else");
        assertThat(characters.list(CHANNEL)).containsExactly(mira);
        assertThat(characters.state(CHANNEL, MODERATOR, "mira", "x").owner()).isEqualTo(JO.user());
    }

    @Test
    void a_thread_inherits_from_its_channel_and_community() throws RefusedException {
        StoryCharacter mira = set(CHANNEL, JO, "Mira");
        StoryCharacter narrator = new StoryCharacter(
                Scope.of(COMMUNITY), "Narrator", List.of(), "", "", List.of(), "", SAM.user(), null, null);
        repository.save(narrator);

        assertThat(characters.list(THREAD)).containsExactly(mira, narrator);
        assertThat(characters.list(ELSEWHERE)).containsExactly(narrator);
        assertThat(characters.show(THREAD, "mira")).isEqualTo(mira);
        assertRefused(() -> characters.show(ELSEWHERE, "Mira"), "\"Mira\"", "/character list");
    }

    @Test
    void a_change_in_a_thread_shadows_and_keeps_the_owner() throws RefusedException {
        StoryCharacter above = characters.set(CHANNEL, JO, prefix("an elf"));

        StoryCharacter below = characters.state(THREAD, MODERATOR, "mira", "torn cloak");

        assertThat(below.prefix()).isEqualTo("an elf");
        assertThat(below.owner()).isEqualTo(JO.user());
        assertThat(characters.list(THREAD)).containsExactly(below);
        assertThat(characters.list(CHANNEL)).containsExactly(above);
    }

    @Test
    void nobody_shadows_somebody_elses_character() throws RefusedException {
        set(CHANNEL, JO, "Mira");

        assertRefused(() -> set(THREAD, SAM, "Mira"), "somebody else");
        assertRefused(() -> characters.state(THREAD, SAM, "Mira", "x"), "somebody else");
    }

    @Test
    void removing_what_shadows_shows_what_is_above() throws RefusedException {
        StoryCharacter above = set(CHANNEL, JO, "Mira");
        characters.state(THREAD, JO, "Mira", "wet");

        characters.remove(THREAD, JO, "mira");

        assertThat(characters.show(THREAD, "Mira")).isEqualTo(above);
        assertRefused(() -> characters.remove(THREAD, JO, "Mira"), "inherited", "channel above");
        assertRefused(() -> characters.remove(THREAD, JO, "Tobin"), "\"Tobin\"");
    }

    @Test
    void a_channel_has_at_most_two_hundred() throws RefusedException {
        for (int i = 0; i < Characters.MOST_IN_CHANNEL; i++) {
            set(CHANNEL, JO, "Guard " + i);
        }

        assertRefused(() -> set(CHANNEL, JO, "Mira"), "200", "Remove");
        assertThat(characters.state(CHANNEL, JO, "Guard 7", "asleep").state()).isEqualTo("asleep");
    }

    private StoryCharacter set(Place place, Member by, String name) throws RefusedException {
        return characters.set(place, by, new CharacterOptions(name, "", null, null, null, null, null));
    }

    private static CharacterOptions prefix(String prefix) {
        return new CharacterOptions("Mira", prefix, null, null, null, null, null);
    }

    private static CharacterOptions negative(String negative) {
        return new CharacterOptions("Mira", null, negative, null, null, null, null);
    }

    private static CharacterOptions aliases(String aliases) {
        return new CharacterOptions("Mira", null, null, aliases, null, null, null);
    }

    private static CharacterOptions tags(String tags) {
        return new CharacterOptions("Mira", null, null, null, tags, null, null);
    }
}
