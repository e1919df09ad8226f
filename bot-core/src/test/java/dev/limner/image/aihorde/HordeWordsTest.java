package dev.limner.image.aihorde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limner.image.BackendException;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.Requests;
import dev.limner.image.wire.FakeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Horde itself has to say is heard by whoever asked. */
class HordeWordsTest {
    private final FakeHorde server = new FakeHorde();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void the_hordes_own_words_reach_whoever_asked() {
        server.override(request -> request.getUrl().encodedPath().endsWith("/async")
                ? FakeHorde.error(403, "Forbidden", "This IP is\n not allowed to use NSFW")
                : null);
        try (HordeBackend backend = Fixtures.backend(server.start())) {
            assertThat(catchThrowableOfType(
                                    BackendException.class, () -> backend.generate(Requests.of("r1"), fraction -> {}))
                            .userText())
                    .endsWith("AI Horde says: \u201cThis IP is not allowed to use NSFW\u201d");
        }
    }

    @Test
    void what_the_horde_remarks_when_it_takes_a_request_stands_in_the_notes() throws Exception {
        Generated drawn;
        try (HordeBackend backend = Fixtures.backend(server.start())) {
            drawn = (Generated) backend.generate(Requests.of("r1"), fraction -> {});
        }
        assertThat(drawn.notes()).contains("AI Horde says: \u201cWarning: No account\u201d");
    }

    @Test
    void warnings_of_the_horde_stand_in_the_notes() {
        assertThat(HordeAnswers.remarks(FakeService.JSON
                        .createObjectNode()
                        .set(
                                "warnings",
                                FakeService.JSON
                                        .createArrayNode()
                                        .add(FakeService.JSON
                                                .createObjectNode()
                                                .put("code", "StepsTooMany")
                                                .put("message", "Steps are many")))))
                .containsExactly("AI Horde says: \u201cSteps are many\u201d");
    }
}
