package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.image.GenerationOutcome.Generated;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that refuse long texts are sent what fits, and whoever asked is told what was left out. */
class TooLongPromptsTest {
    @ParameterizedTest
    @CsvSource({
        "openai gpt-image-1, 32000",
        "openai dall-e-3, 4000",
        "openai localai, 32000",
        "bfl flux-2-pro, 32000",
        "gemini, 32000",
        "aihorde, 7000"
    })
    void a_prompt_beyond_the_limit_is_cut_and_said_to_be(String name, int most) throws Exception {
        Drawn drawn = draw(name, "a lighthouse ".repeat(4000), "");

        assertThat(drawn.longest()).contains("a lighthouse a lighthouse");
        assertThat(drawn.longest().length()).isBetween(most * 3 / 4, most);
        assertThat(drawn.notes())
                .anyMatch(note ->
                        note.matches("The end of the prompt was left out: there is room for [1-9]\\d* characters\\."));
    }

    @ParameterizedTest
    @CsvSource({"openai gpt-image-1, 32000", "openai localai, 32000", "gemini, 32000", "aihorde, 7000"})
    void what_is_not_wanted_leaves_most_of_the_room_to_what_is(String name, int most) throws Exception {
        Drawn drawn = draw(name, "a lighthouse ".repeat(4000), "fog and rain ".repeat(4000));

        assertThat(drawn.longest().indexOf("fog")).isGreaterThan(most / 2);
        assertThat(drawn.longest().length()).isLessThanOrEqualTo(most);
        assertThat(drawn.notes())
                .anyMatch(note -> note.startsWith("The end of the prompt was left out"))
                .anyMatch(note -> note.startsWith("The end of what is not wanted was left out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai gpt-image-1", "openai localai", "bfl flux-2-pro", "gemini", "aihorde"})
    void nothing_is_said_of_what_fits(String name) throws Exception {
        assertThat(draw(name, "a lighthouse at dusk", "fog").notes()).noneMatch(note -> note.contains("left out"));
    }

    /** @param longest text of the request */
    private record Drawn(String longest, List<String> notes) {}

    private static Drawn draw(String name, String prompt, String negative) throws Exception {
        SentRequests sent = new SentRequests();
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(sent)) {
            GenerationRequest request =
                    new GenerationRequest("r1", Requests.composition(prompt.strip(), negative.strip()), List.of());
            Generated generated = (Generated) backend.generate(request, fraction -> {});
            String longest =
                    SentRequests.texts(sent.drawing()).stream().reduce("", (a, b) -> a.length() >= b.length() ? a : b);
            return new Drawn(longest, generated.notes());
        }
    }
}
