package dev.limner.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.FakeUser;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTextTest {

    private static final CommandCatalog CATALOG = CommandCatalog.standard();
    private static final Pattern EXAMPLE =
            Pattern.compile("(/(?:character set|style save|avatar add|settings set|imagine) [^\\n]*)");

    private final HelpText help = new HelpText(CATALOG);

    @Test
    void the_overview_names_every_command_and_topic_and_fits_one_discord_message() {
        assertThat(help.about(""))
                .contains(CATALOG.names().stream().map(name -> "/" + name + ":").toList())
                .contains(HelpText.topics())
                .hasSizeLessThanOrEqualTo(2000);
    }

    @Test
    void the_tags_are_explained_with_their_grammar() {
        assertThat(help.about("tags"))
                .contains("<be-face:NAME:WEIGHT>", "<be-style:NAME:WEIGHT>", "<be-face:mira:0.3>", "0.1 to 0.4");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_topic_is_short_and_has_an_example(String topic) {
        assertThat(help.about(topic)).hasSizeBetween(100, 1200).contains("/");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_can_be_typed(String example) throws Exception {
        List<IncomingFile> files =
                example.startsWith("/avatar add") ? List.of(FakeUser.file("mira.png", new byte[] {1})) : List.of();

        assertThat(new TypedCommandParser(CATALOG).parse(example, files).values())
                .isNotEmpty();
    }

    @Test
    void a_command_is_explained_with_its_form_and_options() {
        assertThat(help.about("avatar add")).contains("/avatar add face|style NAME", "description (optional):");
        assertThat(help.about("/Avatar")).contains("/avatar share NAME everyone|nobody");
        assertThat(help.about("story on")).contains("(moderators)");
    }

    @Test
    void a_misspelt_topic_is_guessed_and_an_unknown_one_lists_what_there_is() {
        assertThat(help.about("tagz")).isEqualTo(help.about("tags"));
        assertThat(help.about("quantum\u0000physics and more of it than anybody would ever want to read"))
                .contains("There is no help on")
                .contains(HelpText.topics())
                .hasSizeLessThan(500);
    }

    static List<String> topics() {
        return HelpText.topics();
    }

    static Stream<String> examples() {
        HelpText help = new HelpText(CATALOG);
        return HelpText.topics().stream()
                .flatMap(topic -> EXAMPLE.matcher(help.about(topic)).results())
                .map(match -> match.group(1));
    }
}
