package dev.limner.app.storyfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stories of {@code bench/fidelity} keep the goals of docs/fidelity.md. */
class FidelityTest {
    private static final Path STORIES = Path.of("..", "bench", "fidelity");
    private static final String ANSWER = ".expected.json";

    private record Told(String name, JsonNode answer, Composition composition) {}

    private static final List<Told> TOLD = new ArrayList<>();

    @BeforeAll
    static void compose() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Composer composer = new Composer();
        try (Stream<Path> files = Files.list(STORIES)) {
            for (Path answer :
                    files.filter(f -> f.toString().endsWith(ANSWER)).sorted().toList()) {
                String name = answer.getFileName().toString().replace(ANSWER, "");
                StoryFile story = StoryFile.read(answer.resolveSibling(name + ".json"), ModelFamily.FLUX1_SCHNELL);
                TOLD.add(new Told(name, json.readTree(answer.toFile()), composer.compose(story.input())));
            }
        }
    }

    @Test
    void the_cast_is_right_in_at_least_97_of_100_cases() {
        assertThat(f1(TOLD)).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void the_cast_of_hard_stories_is_right_in_at_least_90_of_100_cases() {
        assertThat(f1(TOLD.stream()
                        .filter(t -> t.answer().path("hard").asBoolean())
                        .toList()))
                .isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void nothing_out_of_character_leaks() {
        assertThat(TOLD)
                .allSatisfy(t -> assertThat(words(t, "lacks")).as(t.name()).noneMatch(w -> leaks(t, w)));
    }

    @Test
    void no_prompt_is_over_its_limit() {
        assertThat(TOLD)
                .allSatisfy(t -> assertThat(t.composition().tokens().used())
                        .as(t.name())
                        .isLessThanOrEqualTo(t.composition().tokens().limit()));
    }

    @Test
    void what_has_to_stay_whole_is_whole() {
        assertThat(TOLD)
                .allSatisfy(t -> assertThat(words(t, "whole")).as(t.name()).allMatch(w -> has(t, w)));
    }

    private static double f1(List<Told> told) {
        int right = 0;
        int named = 0;
        for (Told t : told) {
            Set<String> expected = new HashSet<>(words(t, "cast"));
            named += expected.size() + t.composition().cast().size();
            expected.retainAll(t.composition().cast());
            right += expected.size();
        }
        return 2.0 * right / named;
    }

    private static List<String> words(Told told, String field) {
        List<String> words = new ArrayList<>();
        told.answer().path(field).forEach(w -> words.add(w.asText()));
        return words;
    }

    private static boolean has(Told told, String words) {
        return told.composition().prompt().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static boolean leaks(Told told, String words) {
        boolean small = words.equals(words.toLowerCase(Locale.ROOT));
        return small ? has(told, words) : told.composition().prompt().contains(words);
    }
}
