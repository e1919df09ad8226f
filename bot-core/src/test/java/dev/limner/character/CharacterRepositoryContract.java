package dev.limner.character;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.PlatformId;
import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link CharacterRepository} keeps to. */
public abstract class CharacterRepositoryContract {
    private static final PlatformId PLATFORM = new PlatformId("test");
    private static final Scope CHANNEL = Scope.of(new ChannelRef(PLATFORM, "1"));
    private static final Scope COMMUNITY = Scope.of(new CommunityRef(PLATFORM, "1"));
    private static final UserRef JO = new UserRef(PLATFORM, "jo");
    private static final UserRef SAM = new UserRef(PLATFORM, "sam");

    /** Empty at the start of each test, and the same one throughout it. */
    protected abstract CharacterRepository characters();

    @Test
    void a_character_is_found_as_it_was_saved() {
        StoryCharacter mira = new StoryCharacter(
                CHANNEL,
                "Mira",
                List.of("Mir", "the archivist, retired", "\"M\""),
                "Mira, a lean elf\nof forty",
                "beard",
                List.of("<be-face:mira:0.3>", "<be-style:inkwash:0.1>"),
                "torn cloak 🧥",
                JO,
                new Player(SAM, "Sam 🌙"),
                "Mira | moon");

        characters().save(mira);

        assertThat(characters().find(CHANNEL, "Mira")).contains(mira);
    }

    @Test
    void states_are_told_newest_first_and_only_of_their_character() {
        characters().noteState(CHANNEL, "Mira", new StateChange(Instant.ofEpochMilli(1), "torn cloak"));
        characters().noteState(CHANNEL, "mira", new StateChange(Instant.ofEpochMilli(2), ""));
        characters().noteState(CHANNEL, "Tobin", new StateChange(Instant.ofEpochMilli(3), "wet"));
        characters().noteState(COMMUNITY, "Mira", new StateChange(Instant.ofEpochMilli(4), "asleep"));

        assertThat(characters().states(CHANNEL, "Mira"))
                .containsExactly(
                        new StateChange(Instant.ofEpochMilli(2), ""),
                        new StateChange(Instant.ofEpochMilli(1), "torn cloak"));
    }

    @Test
    void the_oldest_states_are_forgotten_and_all_of_them_with_the_character() {
        for (int i = 0; i < CharacterRepository.MOST_STATES + 5; i++) {
            characters().noteState(CHANNEL, "Mira", new StateChange(Instant.ofEpochMilli(i), "state " + i));
        }
        assertThat(characters().states(CHANNEL, "Mira")).hasSize(CharacterRepository.MOST_STATES);

        characters().remove(CHANNEL, "Mira");

        assertThat(characters().states(CHANNEL, "Mira")).isEmpty();
    }

    @Test
    void a_player_who_is_forgotten_plays_nobody_and_what_others_made_stays() {
        for (String name : List.of("Mira", "Tobin")) {
            characters()
                    .save(new StoryCharacter(
                            CHANNEL,
                            name,
                            List.of(),
                            "an elf",
                            "",
                            List.of(),
                            "",
                            JO,
                            new Player(name.equals("Mira") ? SAM : JO, name.equals("Mira") ? "Sam" : "Jo"),
                            null));
        }

        characters().forgetPlayer(SAM);

        StoryCharacter mira = characters().find(CHANNEL, "Mira").orElseThrow();
        assertThat(mira.player()).isNull();
        assertThat(mira.prefix()).isEqualTo("an elf");
        assertThat(characters().find(CHANNEL, "Tobin").orElseThrow().player()).isEqualTo(new Player(JO, "Jo"));
    }

    @Test
    void what_may_be_empty_may_be_empty() {
        StoryCharacter mira = character(CHANNEL, "Mira", JO);

        characters().save(mira);

        assertThat(characters().find(CHANNEL, "Mira")).contains(mira);
    }

    @Test
    void names_are_compared_folded() {
        StoryCharacter ann = character(CHANNEL, "Ann Lee", JO);
        characters().save(ann);

        assertThat(characters().find(CHANNEL, "  ANN   lee ")).contains(ann);
        assertThat(characters().find(CHANNEL, "Annlee")).isEmpty();
    }

    @Test
    void a_save_under_a_name_that_folds_alike_replaces() {
        StoryCharacter later = character(CHANNEL, "MIRA", SAM);
        characters().save(character(CHANNEL, "Mira", JO));

        characters().save(later);

        assertThat(characters().list(CHANNEL)).containsExactly(later);
    }

    @Test
    void a_channel_and_a_community_of_one_id_are_two_scopes() {
        characters().save(character(CHANNEL, "Mira", JO));

        assertThat(characters().find(COMMUNITY, "Mira")).isEmpty();
        assertThat(characters().list(COMMUNITY)).isEmpty();
    }

    @Test
    void a_list_holds_one_scope_by_folded_name() {
        characters().save(character(CHANNEL, "Tobin", JO));
        characters().save(character(CHANNEL, "ann", SAM));
        characters().save(character(CHANNEL, "Mira", JO));
        characters().save(character(COMMUNITY, "Zeno", JO));

        assertThat(characters().list(CHANNEL)).extracting(StoryCharacter::name).containsExactly("ann", "Mira", "Tobin");
    }

    @Test
    void a_removed_character_is_gone_from_its_scope_only() {
        characters().save(character(CHANNEL, "Mira", JO));
        characters().save(character(COMMUNITY, "Mira", JO));

        characters().remove(CHANNEL, "mira");
        characters().remove(CHANNEL, "mira");

        assertThat(characters().find(CHANNEL, "Mira")).isEmpty();
        assertThat(characters().find(COMMUNITY, "Mira")).isPresent();
    }

    @Test
    void what_a_person_owns_is_found_over_all_scopes() {
        StoryCharacter here = character(CHANNEL, "Mira", JO);
        StoryCharacter everywhere = character(COMMUNITY, "Mira", JO);
        characters().save(here);
        characters().save(everywhere);
        characters().save(character(CHANNEL, "Tobin", SAM));

        assertThat(characters().ownedBy(JO)).containsExactlyInAnyOrder(here, everywhere);
    }

    private static StoryCharacter character(Scope scope, String name, UserRef owner) {
        return new StoryCharacter(scope, name, List.of(), "", "", List.of(), "", owner, null, null);
    }
}
