package dev.limner.command;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandCatalogTest {

    /** Discord, "Application Command Naming"; lower case is required where a script has it. */
    private static final Pattern NAME = Pattern.compile("[-_\\p{L}\\p{N}]{1,32}");

    private static final CommandCatalog CATALOG = CommandCatalog.standard();

    @Test
    void the_commands_are_those_that_are_promised() {
        assertThat(CATALOG.all())
                .extracting(CommandCatalogTest::form)
                .containsExactlyInAnyOrder(
                        "avatar add kind name image description?",
                        "avatar list",
                        "avatar show name",
                        "avatar remove name",
                        "avatar describe name text",
                        "avatar rename name to",
                        "avatar share name with",
                        "character set name prefix negative? aliases? tags? player? proxy?",
                        "character state name text?",
                        "character list",
                        "character show name",
                        "character remove name",
                        "style set name",
                        "style save name prefix negative? tags?",
                        "style list",
                        "style remove name",
                        "scene messages? hint?",
                        "prompt messages? hint?",
                        "last",
                        "portrait character hint?",
                        "background hint?",
                        "imagine prompt",
                        "story on",
                        "story off",
                        "story status",
                        "story forget",
                        "story auto every",
                        "settings show",
                        "settings set key value",
                        "privacy show",
                        "privacy export",
                        "privacy forget",
                        "help topic?");
    }

    @Test
    void moderators_alone_turn_the_story_on_and_off_and_change_settings() {
        assertThat(CATALOG.all())
                .filteredOn(c -> c.permission() == Permission.MODERATOR)
                .extracting(CommandSpec::path)
                .containsExactlyInAnyOrder("story on", "story off", "story forget", "story auto", "settings set");
    }

    @Test
    void names_and_descriptions_keep_to_discords_rules() {
        Stream<String> names = CATALOG.all().stream()
                .flatMap(c -> Stream.concat(
                        Stream.of(c.path().split(" ")), c.options().stream().map(OptionSpec::name)));
        Stream<String> descriptions = CATALOG.all().stream()
                .flatMap(c -> Stream.concat(
                        Stream.of(c.description(), CATALOG.description(c.name())),
                        c.options().stream().map(OptionSpec::description)));

        assertThat(names).allSatisfy(name -> assertThat(name).matches(NAME).isLowerCase());
        assertThat(descriptions).allSatisfy(text -> assertThat(text).hasSizeBetween(1, 100));
    }

    @Test
    void options_keep_to_discords_rules() {
        assertThat(CATALOG.all()).allSatisfy(command -> {
            assertThat(command.options()).hasSizeLessThanOrEqualTo(25).doesNotHaveDuplicates();
            assertThat(command.options().stream().map(OptionSpec::required).toList())
                    .isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        });
        assertThat(CATALOG.all().stream().flatMap(c -> c.options().stream())).allSatisfy(option -> {
            assertThat(option.choices()).hasSizeLessThanOrEqualTo(25);
            assertThat(option.type() == OptionType.CHOICE)
                    .isEqualTo(!option.choices().isEmpty());
            assertThat(option.max()).isGreaterThanOrEqualTo(option.min());
            assertThat(option.max()).isLessThanOrEqualTo(6000);
        });
    }

    @Test
    void commands_keep_to_discords_numbers() {
        var byName = CATALOG.all().stream().collect(groupingBy(CommandSpec::name));

        assertThat(byName).hasSizeLessThanOrEqualTo(100);
        assertThat(byName.values()).allSatisfy(forms -> {
            assertThat(forms).hasSizeLessThanOrEqualTo(25);
            assertThat(forms.size() == 1 || forms.stream().allMatch(c -> c.sub() != null))
                    .isTrue();
            assertThat(forms.stream().mapToInt(CommandCatalogTest::characters).sum())
                    .isLessThanOrEqualTo(4000);
        });
    }

    /** What counts towards the 4,000 characters of a command: names, descriptions and choices of all its parts. */
    private static int characters(CommandSpec command) {
        int options = command.options().stream()
                .mapToInt(o -> o.name().length()
                        + o.description().length()
                        + 2 * o.choices().stream().mapToInt(String::length).sum())
                .sum();
        return command.path().length() + command.description().length() + options;
    }

    private static String form(CommandSpec command) {
        List<String> options = command.options().stream()
                .map(o -> " " + o.name() + (o.required() ? "" : "?"))
                .toList();
        return command.path() + String.join("", options);
    }
}
