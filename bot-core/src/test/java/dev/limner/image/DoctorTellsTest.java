package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator is told of every kind of server. */
class DoctorTellsTest {
    static Stream<String> servers() {
        return Loopback.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void which_dialect_answers_and_how_to_get_references_where_there_are_none(String name) throws Exception {
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(new SentRequests())) {
            List<String> findings = backend.diagnose().findings();

            assertThat(findings)
                    .filteredOn(line -> line.startsWith("dialect: "))
                    .hasSize(1);
            if (findings.stream().anyMatch(line -> line.startsWith("references: none"))) {
                assertThat(findings).anyMatch(line -> line.startsWith("for more: "));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "openai gpt-image-1, dialect: OpenAI",
        "openai localai, dialect: LocalAI",
        "openai vllm, dialect: a server with OpenAI's paths",
        "aihorde, 'dialect: AI Horde, version 2 of its API'",
    })
    void in_words_such_as_these(String name, String line) throws Exception {
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(new SentRequests())) {
            assertThat(backend.diagnose().findings()).contains(line);
        }
    }
}
