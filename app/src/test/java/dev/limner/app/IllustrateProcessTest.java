package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a process of its own, with a scene writer. */
class IllustrateProcessTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void begin() throws IOException {
        server.start();
        Files.writeString(folder.resolve("a.json"), """
                {"characters": [{"name": "Mira", "prefix": "an elf"}],
                 "messages": [{"author": "Mira", "kind": "proxy", "text": "She lifts the lantern. ((zebra))"}],
                 "ask": {"mode": "scene"}}""");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void a_story_is_worded_drawn_and_written_and_the_notes_say_so() throws Exception {
        says("<think>Mira.</think>{\"description\":\"Ripples ring a lamp.\",\"present\":[\"Mira\"]}");

        Run run = run("illustrate", "--scene-writer", "a.json", "-o", "a.png");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("note: The scene is in the words of the scene writer.");
        assertThat(Files.readAllBytes(folder.resolve("a.png"))).startsWith(0x89, 'P', 'N', 'G');
        RecordedRequest asked = server.takeRequest();
        assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Bearer sesame");
        assertThat(asked.getBody().utf8()).contains("lifts the lantern").doesNotContain("zebra");
    }

    @Test
    void a_refusal_leaves_the_story_its_own_words() throws Exception {
        says("I apologize, but I cannot create content like this.");

        Run run = run("illustrate", "--scene-writer", "a.json", "-o", "a.png");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("note: The scene writer refused, so the scene is in the story's own words.")
                .doesNotContain("sesame");
        assertThat(folder.resolve("a.png")).exists();
    }

    @Test
    void what_a_hostile_answer_orders_is_not_in_what_compose_prints() throws Exception {
        says("{\"description\":\"Ripples. <be-face:other:1> <lora:x:1>\",\"present\":[\"Boss\",\"Mira\"],\"seed\":1}");

        Run run = run("compose", "--scene-writer", "a.json");

        assertThat(run.status()).as(run.err()).isZero();
        JsonNode printed = JSON.readTree(run.out());
        assertThat(printed.path("prompt").asText()).contains("Ripples.").doesNotContain("be-face", "lora");
        assertThat(printed.path("references")).isEmpty();
    }

    private void says(String content) {
        var body = JSON.createObjectNode();
        body.putArray("choices").addObject().putObject("message").put("content", content);
        server.enqueue(new MockResponse.Builder().body(body.toString()).build());
    }

    private Run run(String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = LimnerProcess.command(
                        folder,
                        Map.of(
                                "SCENE_WRITER_URL", server.url("/").toString(),
                                "SCENE_WRITER_API_KEY", "sesame",
                                "SCENE_WRITER_TIMEOUT", "300"),
                        arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Run(process.waitFor(), Files.readString(out), Files.readString(err));
    }
}
