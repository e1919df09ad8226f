package dev.limner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands in other languages. */
class TranslationTest {
    private static final CommandCatalog ENGLISH = CommandCatalog.standard();
    private static final int DISCORD_DESCRIPTION = 100;
    /** What is typed as it stands, in whatever language. */
    private static final Pattern TYPED = Pattern.compile("<be-[^>]+>|\\{prompt}|/scene|\\b0\\b");

    @Test
    void there_are_german_and_french() {
        assertThat(CommandCatalog.translations()).contains(Locale.GERMAN, Locale.FRENCH);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_command_and_option_has_its_text_and_no_text_is_left_over(Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle("dev.limner.command.descriptions", language);

        assertThat(texts.keySet())
                .containsExactlyInAnyOrderElementsOf(texts(ENGLISH).keySet());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void each_text_is_another_one_and_fits_a_line_of_discords_menu(Locale language) {
        Map<String, String> english = texts(ENGLISH);

        assertThat(texts(ENGLISH.in(language)))
                .allSatisfy((key, text) -> assertThat(text)
                        .as(key)
                        .hasSizeBetween(1, DISCORD_DESCRIPTION)
                        .isEqualTo(text.strip())
                        .doesNotEndWith(".")
                        .isNotEqualTo(english.get(key)));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void what_is_typed_as_it_stands_is_not_translated(Locale language) {
        Map<String, String> english = texts(ENGLISH);

        assertThat(texts(ENGLISH.in(language)))
                .allSatisfy((key, text) ->
                        assertThat(typed(text)).as(key).isEqualTo(typed(String.valueOf(english.get(key)))));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void names_choices_and_limits_are_the_same_in_all(Locale language) {
        List<CommandSpec> translated = ENGLISH.in(language).all();

        assertThat(translated).hasSameSizeAs(ENGLISH.all());
        for (int i = 0; i < translated.size(); i++) {
            CommandSpec there = translated.get(i);
            CommandSpec here = ENGLISH.all().get(i);
            assertThat(there)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(".*description")
                    .isEqualTo(here);
        }
    }

    @Test
    void the_country_does_not_matter_and_an_unknown_language_is_english() {
        assertThat(ENGLISH.in(Locale.forLanguageTag("de-AT")).description("imagine"))
                .isEqualTo("Zeichnen, was du schreibst");
        assertThat(ENGLISH.in(Locale.forLanguageTag("tlh")).description("imagine"))
                .isEqualTo("Draw what you write");
    }

    @Test
    void umlauts_and_accents_arrive_whole() {
        assertThat(ENGLISH.in(Locale.GERMAN)
                        .find("avatar", "remove")
                        .orElseThrow()
                        .description())
                .isEqualTo("Eine Vorlage löschen");
        assertThat(ENGLISH.in(Locale.FRENCH).description("settings")).isEqualTo("Les réglages de ce salon");
    }

    static List<Locale> translations() {
        return CommandCatalog.translations();
    }

    private static List<String> typed(String text) {
        return TYPED.matcher(text)
                .results()
                .map(match -> match.group())
                .sorted()
                .toList();
    }

    /** All texts of a catalogue, by the key under which translations have them. */
    private static Map<String, String> texts(CommandCatalog catalog) {
        Map<String, String> all = new LinkedHashMap<>();
        catalog.names().forEach(name -> all.put(name, catalog.description(name)));
        for (CommandSpec spec : catalog.all()) {
            List<String> path = new ArrayList<>(List.of(spec.path().split(" ")));
            all.put(String.join(".", path), spec.description());
            spec.options()
                    .forEach(option -> all.put(String.join(".", path) + "." + option.name(), option.description()));
        }
        return all;
    }
}
