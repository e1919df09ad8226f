package dev.limner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.chat.FakeUser;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCommandParserTest {

    private static final IncomingFile PICTURE = FakeUser.file("mira.png", new byte[] {1, 2, 3});

    private final TypedCommandParser parser = new TypedCommandParser(CommandCatalog.standard());

    @Test
    void the_last_text_takes_the_rest_of_the_line_up_to_the_first_option() throws Exception {
        Invocation set = parse(
                "/character set \"Ann Lee\" tall, freckled, red coat aliases=\"Ann, Annie\" tags=<be-face:ann:0.3>");

        assertThat(set.spec().path()).isEqualTo("character set");
        assertThat(set.required("name")).isEqualTo("Ann Lee");
        assertThat(set.required("prefix")).isEqualTo("tall, freckled, red coat");
        assertThat(set.text("aliases")).hasValue("Ann, Annie");
        assertThat(set.text("tags")).hasValue("<be-face:ann:0.3>");
        assertThat(set.text("negative")).isEmpty();
    }

    @Test
    void a_word_with_an_equals_sign_that_is_no_option_is_text() throws Exception {
        assertThat(parse("/imagine a sign that says x=1 hint=no").required("prompt"))
                .isEqualTo("a sign that says x=1 hint=no");
        assertThat(parse("/character set Ann badge says hint=42 negative=hat").required("prefix"))
                .isEqualTo("badge says hint=42");
    }

    @Test
    void a_misspelt_option_behind_a_text_is_refused_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> parse("/character set Ann tall and freckled negatve=\"red hat\""))
                .isInstanceOf(CommandSyntaxException.class)
                .hasMessageContaining("There is no option negatve. Did you mean negative=?");
    }

    @Test
    void quotes_that_hold_all_of_a_text_are_taken_off_and_others_stay() throws Exception {
        assertThat(parse("/imagine \"a red fox\"").required("prompt")).isEqualTo("a red fox");
        assertThat(parse("/imagine \"Stay,\" she says, \"here\"").required("prompt"))
                .isEqualTo("\"Stay,\" she says, \"here\"");
        assertThat(parse("/character set Ann \"says negative=no\" negative=hat").required("prefix"))
                .isEqualTo("says negative=no");
        assertThat(parse("/imagine \"a \\\"red\\\" fox\"").required("prompt")).isEqualTo("a \"red\" fox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/character state “Ann Lee” text=“torn cloak”",
                "/character state „Ann Lee“ text=„torn cloak“",
                "/character state «Ann Lee» text=«torn cloak»",
                "/character state »Ann Lee« text=»torn cloak«",
                "/CHARACTER State \"Ann  Lee\"\n Text=\"torn cloak\"",
                "/character@limner_bot state Ann Lee text=\"torn cloak\"",
                "/character state \"Ann Lee\" torn cloak"
            })
    void typographic_quotes_bot_names_and_any_case_are_understood(String line) throws Exception {
        assertThat(parse(line).required("name")).isEqualTo("Ann Lee");
        assertThat(parse(line).text("text")).hasValue("torn cloak");
    }

    @Test
    void numbers_and_hints_may_stand_without_their_names() throws Exception {
        assertThat(parse("/scene").values()).isEmpty();
        assertThat(parse("/scene 12").whole("messages")).hasValue(12);
        assertThat(parse("/scene 12 at dusk").text("hint")).hasValue("at dusk");
        assertThat(parse("/scene at dusk").text("hint")).hasValue("at dusk");
        assertThat(parse("/scene at dusk messages=5").whole("messages")).hasValue(5);
        assertThat(parse("/scene \"3 riders\"").text("hint")).hasValue("3 riders");
        assertThat(parse("/scene messages=5 hint=dusk").text("hint")).hasValue("dusk");
        assertThat(parse("/portrait \"Ann Lee\" at dusk").text("hint")).hasValue("at dusk");
        assertThat(parse("/portrait Ann Lee").required("character")).isEqualTo("Ann Lee");
        assertThat(parse("/help avatar add").text("topic")).hasValue("avatar add");
        assertThat(parse("/story auto 0").whole("every")).hasValue(0);
        assertThat(parse("/scene \u0661\u0662").whole("messages")).hasValue(12);
    }

    @Test
    void a_picture_comes_from_the_files() throws Exception {
        Invocation add = parser.parse("/avatar add FACE mira description=\"lean elf\"", List.of(PICTURE));

        assertThat(add.required("kind")).isEqualTo("face");
        assertThat(add.required("name")).isEqualTo("mira");
        assertThat(add.text("description")).hasValue("lean elf");
        assertThat(add.image("image")).containsSame(PICTURE);
    }

    @Test
    void a_member_is_named_with_or_without_the_at_sign() throws Exception {
        assertThat(parse("/character set Tobin smith player=@sam").person("player"))
                .hasValue(new OptionValue.Person(null, "sam"));
        assertThat(parse("/character set Tobin smith player=sam").person("player"))
                .hasValue(new OptionValue.Person(null, "sam"));
    }

    @Test
    void an_empty_quoted_option_is_given_and_empty() throws Exception {
        assertThat(parse("/character set Ann tall negative=\"\"").text("negative"))
                .hasValue("");
    }

    @Test
    void what_is_no_text_is_refused_by_its_number() {
        for (String fault : List.of("\u0000", "\u001b", "\uD83D")) {
            assertThatThrownBy(() -> parse("/imagine a " + fault + " tower"))
                    .isInstanceOf(CommandSyntaxException.class)
                    .hasMessageContaining("U+%04X".formatted((int) fault.charAt(0)));
        }
    }

    @Test
    void prose_keeps_its_lines() throws Exception {
        assertThat(parse("/imagine one\r\ntwo three\uFEFF").required("prompt")).isEqualTo("one\ntwo three");
        assertThat(parse("/imagine \uD83D\uDC69\u200D\uD83C\uDFA8").required("prompt"))
                .isEqualTo("\uD83D\uDC69\u200D\uD83C\uDFA8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "hello | starts with a slash",
                "/scnee 5 | Did you mean /scene?",
                "/xyzzy | There is no command /xyzzy. /help",
                "/avatar | needs to know what to do",
                "/avatar ad face | Did you mean /avatar add?",
                "/avatar explode | There is no /avatar explode.",
                "/character set | name is missing",
                "/character set Ann | prefix is missing",
                "/character set Ann negative=hat | prefix is missing",
                "/character set Ann tall negative=a negative=b | negative is given twice",
                "/scene dusk hint=dawn | hint is given twice",
                "/character set Ann tall negative=a red hat | \"red\" is too much here. Several words go in quotes: negative=",
                "/character set Ann tall negative=a alias=b | There is no option alias. Did you mean aliases=?",
                "/character set Ann tall negative= hat | Nothing stands after negative=",
                "/character set Ann tall aliases=\"Ann | The quotes around aliases are not closed",
                "/character set \"Ann tall | The quotes around name are not closed",
                "/character set \"\" tall | name is empty",
                "/scene message=5 | Did you mean messages=?",
                "/scene 0 | messages is a whole number from 1 to 100, not \"0\"",
                "/scene 101 | from 1 to 100",
                "/scene -3 | from 1 to 100",
                "/scene messages=99999999999 | from 1 to 100",
                "/scene messages=few | from 1 to 100",
                "/story auto often | every is a whole number from 0 to 1000",
                "/avatar add pose mira | kind is face or style, not \"pose\"",
                "/avatar share mira everybody | with is everyone or nobody, not \"everybody\"",
                "/settings set colour red | key is backend, model, size, spoiler, retention, metadata or draw-roles",
                "/last one | \"one\" is too much here",
                "/avatar add face mira | The picture is missing: attach it",
            })
    void what_is_wrong_is_said(String line, String said) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(CommandSyntaxException.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_refusal_shows_the_right_form() {
        assertThatThrownBy(() -> parse("/character state"))
                .hasMessageEndingWith("The right form: /character state NAME [text=\"…\"]");
        assertThatThrownBy(() -> parse("/avatar add face mira"))
                .hasMessageEndingWith(
                        "The right form: /avatar add face|style NAME [description=\"…\"], with the picture attached");
        assertThatThrownBy(() -> parse("/scene 0")).hasMessageEndingWith("The right form: /scene [MESSAGES] [HINT]");
        assertThatThrownBy(() -> parse("/story")).hasMessageContaining("/story on\n/story off\n");
    }

    @Test
    void more_than_one_picture_is_refused() {
        assertThatThrownBy(() -> parser.parse("/avatar add face mira", List.of(PICTURE, PICTURE)))
                .isInstanceOf(CommandSyntaxException.class)
                .hasMessageContaining("One picture at a time");
    }

    @Test
    void what_is_too_long_is_refused_with_the_limit() {
        assertThatThrownBy(() -> parse("/imagine " + "x".repeat(100_000)))
                .isInstanceOf(CommandSyntaxException.class)
                .hasMessageContaining("8,000")
                .hasMessageContaining("100,009");
        assertThatThrownBy(() -> parse("/imagine " + "x".repeat(4001)))
                .isInstanceOf(CommandSyntaxException.class)
                .hasMessageContaining("prompt may have 4,000 characters; this one has 4,001");
    }

    @Property(tries = 2000)
    void any_text_is_read_or_refused_in_words(@ForAll String text) {
        for (String command :
                List.of("/", "/scene ", "/character set ", "/character set Ann x tags=", "/portrait \"")) {
            try {
                parse(command + text);
            } catch (CommandSyntaxException refused) {
                assertThat(refused).hasMessageNotContainingAny("Exception", "null");
            }
        }
    }

    private Invocation parse(String line) throws CommandSyntaxException {
        return parser.parse(line, List.of());
    }
}
