package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a story names, who wrote it, and in which order. */
class CastTest {

    /** Characters between semicolons, each with aliases after commas; a text by nobody; the cast. */
    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nobody",
            value = {
                "Mira | She sees Mira. | Mira",
                "Mira | she sees mira. | Mira",
                "Mira | MIRA! | Mira",
                "Mira | The admiral Miranda bows. | nobody",
                "Mira | Mira's cloak is torn. | Mira",
                "Mira | Miraʼs cloak, mira’s eyes. | Mira",
                "Łukasz | The guard waves at Lukasz. | Łukasz",
                "Irmak | IRMAK and ırmak agree. | Irmak",
                "Zoë | Zoe laughs. | Zoë",
                "Jose | José laughs. | Jose",
                "Anna | Annas Mantel ist nass. | Anna",
                "Hans | Hans' Mantel ist nass. | Hans",
                "Anna; Ann | Anna waits. | Anna",
                "Anna; Ann | Ann waves to Anna. | Anna, Ann",
                "Ann; Ann Lee | Ann Lee waits. | Ann Lee",
                "Ann; Ann Lee | Ann waves to Ann Lee. | Ann, Ann Lee",
                "Ann Lee | Ann waits. | Ann Lee",
                "Ann Lee; Ann Park | Ann waits. | nobody",
                "Ann Lee; Bo | I saw Ann. Lee left with Bo. | Ann Lee, Bo",
                "Captain Holt | Holt frowns. | Captain Holt",
                "Mira,the archivist | The Archivist looks up. | Mira",
                "Mira,the archivist | She calls for the archivist's lamp. | Mira",
                "Ned,the twins; Ted,the twins | The twins grin. | Ned, Ted",
                "D'Artagnan | D’Artagnan bows. | D'Artagnan",
                "Jean-Luc | Jean-Luc nods, Jean Luc sits. | Jean-Luc",
                "R2-D2 | R2-D2 beeps. | R2-D2",
                "Anna | Widzę Annę i jej płaszcz. | Anna",
                "Anna | Idę z Anną, nie z tobą, i się śmieję. | Anna",
                "Tobin | Daję miecz Tobinowi, żeby się bronił. | Tobin",
                "Marek | Marek się śmieje. | Marek",
                "Анна | Он видит Анну. | Анна",
                "Анна | Он идёт с Анной. | Анна",
                "Иван | Она отдаёт меч Ивану. | Иван",
                "Игорь | Она видит Игоря. | Игорь",
                "Ольга | Плащ Ольги мокрый. | Ольга",
                "Артём | Артем смеётся. | Артём",
                "ミラ | ミラは剣を抜いた。 | ミラ",
                "ミラ | ミラクルが起きた。 | nobody",
                "山田 花子 | 花子さんが笑う。 | 山田 花子",
                "山田 花子 | 山田花子が笑う。 | 山田 花子",
                "小明 | 他看着小明走进房间。 | 小明",
                "さくら | さくらは走る。 | さくら",
                "민수 | 민수는 웃었다. | 민수",
                "민수 | 민수에게 칼을 준다. | 민수",
                "Mira | Miraは笑った。 | Mira",
                "Σοφία | Η ΣΟΦΙΑ γελάει. | Σοφία",
                "דוד | ודוד צוחק. | דוד",
                "Marek | Id\u0119 z Markiem przez most. | Marek",
                "Pawe\u0142 | Daj\u0119 chleb Paw\u0142owi, \u017Ceby jad\u0142. | Pawe\u0142",
                "Monika | Pies Moniki \u015Bpi przy piecu. | Monika",
                "Olga | Pomagam Oldze przy stole. | Olga",
                "Павел | Дай фонарь Павлу. | Павел",
                "Достоевский | Чай для Достоевского. | Достоевский",
                "Νίκος | Βλέπω τον Νίκο. | Νίκος",
                "Elias Thorne | Thorne bows. | Elias Thorne",
                "Elias Thorne; Mabel Thorne | Thorne bows. | nobody",
                "Mira,the cook | Oi, cook, more stew! | Mira",
                "Mira,the cook | A cook runs by. | nobody",
                "Tobin | A tobin hops by. | nobody",
                "Victoria | They live on Victoria Street. | nobody",
                "Mira | **Mi**ra bows. | Mira",
                "Mira | M*i*ra bows. | Mira",
                "Mira | \uD835\uDCDC\uD835\uDCF2\uD835\uDCFB\uD835\uDCEA bows. | Mira",
                "光 | 窓から光が差す。 | nobody",
                "翼 | 翼くんは笑う。 | 翼",
            })
    void names_are_found_as_words(String names, String text, String cast) throws CannotComposeException {
        assertThat(castOf(names, text)).containsExactlyInAnyOrder(cast == null ? new String[0] : cast.split(", "));
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nobody",
            value = {
                "Rose | A red rose lies on the table. | nobody",
                "Rose | The Rose is a fine inn. | nobody",
                "Rose | Rose petals fall on the floor. | nobody",
                "Rose | Roses are red. | nobody",
                "Rose | The sun rose over the hills. | nobody",
                "Rose | Rose smiled at him. | Rose",
                "Rose | He looks at Rose. | Rose",
                "Rose | \"Rose, come here!\" | Rose",
                "Rose | \"Come here, Rose.\" | Rose",
                "Rose | Rose's eyes are wet. | Rose",
                "Rose | Rose and Mira walk home. | Rose",
                "Rose | They meet on Rose Street. | nobody",
                "Rose | rose looks at the door and sighs | Rose",
                "Will | I will go. Will you come? | nobody",
                "Will | Will he ever learn? | nobody",
                "Will | Will opens the door. | Will",
                "Will | She turns to Will. | Will",
                "Will | \"Will!\" she shouts. | Will",
                "Hope | Hope is all we have. | nobody",
                "Hope | I hope so. Hope you are well. | nobody",
                "Hope | She whispers, \"Hope is lost.\" | nobody",
                "Hope | Hope nods and follows Hope's sister. | Hope",
                "Hope | He takes the hand of Hope. | Hope",
                "Sky | The sky is dark. Sky over the sea. | nobody",
                "Sky | Sky shrugs. | Sky",
                "May | May I come in? It was in May. | nobody",
                "May | It was May 5th. | nobody",
                "May | She hands it to May. | May",
                "Dawn | Dawn came slowly. At dawn they left. | nobody",
                "Summer | Summer is over. | nobody",
                "Mark | mark my words | nobody",
                "Will Turner | Will Turner steps in. | Will Turner",
                "Will Turner | We will see. | nobody",
                "Mira,hunter | The hunter kneels. | Mira",
                "Wolf | Der Wolf heult. | nobody",
                "Luna | Luna sonríe. | Luna",
                "Luna | La luna brilla. | nobody",
                "Wolf | Wolf nickt und geht zur T\u00FCr. | Wolf",
                "Ash | Ash drifts over the ruins. | nobody",
                "Dawn | Dawn rolls up her sleeves. | Dawn",
                "Rain | Rain soaks her hair. | nobody",
                "Daisy | Daisy chains hang there. | nobody",
                "Rose | Rose pins one corner down. | Rose",
            })
    void a_common_word_counts_only_where_it_reads_as_a_name(String names, String text, String cast)
            throws CannotComposeException {
        assertThat(castOf(names, text)).containsExactlyInAnyOrder(cast == null ? new String[0] : cast.split(", "));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nobody",
            value = {
                "Mira | Mira",
                "Mira (pipe) moon | Mira",
                "✨Mira✨ | Mira",
                "mira | Mira",
                "[A] Mira | Mira",
                "Mira (she/her) | Mira",
                "Mira Vance | Mira",
                "Miranda | nobody",
                "Moon | nobody",
                "~Mira~ | Mira",
            })
    void a_proxy_is_known_by_its_name_within_decoration(String author, String cast) throws CannotComposeException {
        Composition composition = story().names("Mira")
                .post(ScenePost.Kind.PROXY, author.replace("(pipe)", "|"), "lifts the lantern.")
                .compose();

        assertThat(composition.cast()).containsExactly(cast == null ? new String[0] : new String[] {cast});
    }

    @Test
    void a_player_a_part_and_a_proxy_stand_for_their_characters() throws CannotComposeException {
        Composition composition = story().character(
                        new CharacterSheet("Tobin", List.of(), "", "", List.of(), "", "sam", null))
                .character(new CharacterSheet("Ysolde", List.of(), "", "", List.of(), "", null, "The Lady ☾"))
                .names("Bram")
                .says("sam", "He nods.")
                .post(ScenePost.Kind.PROXY, "the lady ☾", "She laughs.")
                .post(new ScenePost(ScenePost.Kind.PERSON, "kim", "kim", "Bram", "A cough.", Map.of()))
                .compose();

        assertThat(composition.cast()).containsExactlyInAnyOrder("Tobin", "Ysolde", "Bram");
    }

    @Test
    void a_name_of_signs_that_fold_to_nothing_spoils_no_prompt() throws CannotComposeException {
        Composition composition = story().names("\u0640")
                .names("Mira", "\u0640 \u0640")
                .says("sam", "Mira waits. \u0640")
                .compose();

        assertThat(composition.cast()).containsExactly("Mira");
    }

    @Test
    void who_only_speaks_out_of_character_is_not_there() throws CannotComposeException {
        Composition composition = story().names("Mira")
                .names("Tobin")
                .says("Mira", "((brb, tell Tobin))")
                .says("sam", "The rain falls. // Tobin is late")
                .compose();

        assertThat(composition.cast()).isEmpty();
    }

    @Test
    void a_bot_is_no_story_unless_it_bears_a_characters_name() throws CannotComposeException {
        Composition composition = story().names("Mira")
                .names("Tobin")
                .says("sam", "The rain falls.")
                .post(ScenePost.Kind.BOT, "Dicer", "Tobin rolled a 20.")
                .post(ScenePost.Kind.BOT, "Mira", "She smiles.")
                .compose();

        assertThat(composition.cast()).containsExactly("Mira");
        assertThat(composition.prompt()).doesNotContain("rolled").contains("She smiles.");
    }

    @Test
    void the_asked_for_then_authors_then_the_most_mentioned_then_the_latest_come_first() throws CannotComposeException {
        Composition composition = story().names("Early")
                .names("Late")
                .names("Often")
                .names("Writer")
                .names("Asked")
                .says("sam", "Early looks up. Often waits.")
                .says("Writer", "Often frowns.")
                .says("sam", "Late arrives.")
                .ask(new Ask(Mode.SCENE, null, "asked", null, null, null, null))
                .compose();

        assertThat(composition.cast()).containsExactly("Asked", "Writer", "Often", "Late", "Early");
    }

    private static List<String> castOf(String names, String text) throws CannotComposeException {
        Stories story = story();
        Arrays.stream(names.split(";"))
                .map(n -> n.strip().split(","))
                .forEach(n -> story.names(n[0], Arrays.copyOfRange(n, 1, n.length)));
        return story.says("somebody", text).compose().cast();
    }

    @Test
    void of_names_that_begin_alike_the_longest_that_stands_there_counts() throws CannotComposeException {
        assertThat(story().names("Ann")
                        .names("Ann Lee")
                        .names("Ann Lee Brock")
                        .names("J.R. Moss")
                        .names("Jo", "J R Vane")
                        .says("sam", "Ann Lee opens the door. J R Moss waits outside, with J R Vane.")
                        .compose()
                        .cast())
                .containsExactlyInAnyOrder("Ann Lee", "J.R. Moss", "Jo");
    }

    @Test
    void names_made_to_be_read_in_many_ways_are_found_in_bounded_steps() throws CannotComposeException {
        Stories story = story().names("Mira");
        for (int i = 0; i < 200; i++) {
            String ways = Integer.toBinaryString(256 + i).replace("0", "Anna ").replace("1", "Annas ");
            story.names(ways + "Anna ".repeat(15) + "Q" + i);
        }

        assertThat(story.says("sam", "Mira waits. " + "annas ".repeat(2_000))
                        .compose()
                        .cast())
                .containsExactly("Mira");
    }
}
