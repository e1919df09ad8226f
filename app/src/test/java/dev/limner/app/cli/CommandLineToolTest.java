package dev.limner.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.app.Running;
import dev.limner.app.StartException;
import dev.limner.app.config.Configuration;
import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineToolTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void version_and_help_go_to_standard_output() {
        assertThat(run("--version")).isZero();
        assertThat(text(out)).startsWith("limner ");

        assertThat(run("--help")).isZero();
        assertThat(text(out)).contains("run", "compose", "illustrate", "doctor", "--verbose");
        assertThat(text(err)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dance", "compose", "illustrate a.json", "illustrate -o x.png", "--loud", "doctor --loud"})
    void wrong_usage_is_one_line_and_status_2(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(text(err).lines())
                .singleElement()
                .asString()
                .startsWith("limner: ")
                .contains("--help");
        assertThat(text(out)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "compose a.json", "illustrate a.json -o x.png"})
    void a_wrong_configuration_is_one_line_and_status_2(String arguments) {
        environment.put("WEBCHAT_PORT", "many");

        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(text(err).lines()).singleElement().asString().startsWith("limner: WEBCHAT_PORT");
    }

    @Test
    void the_trace_is_shown_to_those_who_ask_for_it() {
        assertThat(run("--verbose", "compose", "bad.json")).isEqualTo(1);
        assertThat(text(err)).contains("bad.json: ", "CannotException", "\tat ");
    }

    @Test
    void what_cannot_be_composed_is_one_line_and_status_1() {
        assertThat(run("compose", "bad.json")).isEqualTo(1);
        assertThat(text(err).lines())
                .singleElement()
                .asString()
                .startsWith("limner: ")
                .contains("bad.json: there is no such file");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void one_story_gives_its_composition() throws Exception {
        story("a.json", "A lantern swings over the black water.");

        assertThat(run("compose", "a.json")).isZero();
        assertThat(text(out)).contains("\"prompt\" : \"", "black water");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void an_avatar_file_that_is_not_there_is_named_beside_the_composition() throws Exception {
        Files.writeString(folder.resolve("a.json"), """
                {"avatars": [{"tag": "be-face:mira", "file": "faces/mira.png"}, {"tag": "be-style:ink", "file": "ink.png"}],
                 "messages": [{"author": "jo", "kind": "person", "text": "A lantern swings over the black water."}],
                 "ask": {"mode": "scene"}}
                """);
        Files.write(folder.resolve("ink.png"), new byte[] {1});

        assertThat(run("compose", "a.json")).isZero();
        assertThat(text(out)).contains("black water");
        assertThat(text(err).lines())
                .singleElement()
                .asString()
                .startsWith("note: a.json: the avatar mira: there is no file ")
                .contains("mira.png");
    }

    @Test
    void several_stories_give_one_line_each_and_a_bad_one_its_error() throws Exception {
        story("a.json", "A lantern swings over the black water.");
        story("b.json", "Snow falls on the empty market.");

        assertThat(run("compose", "a.json", "bad.json", "b.json")).isEqualTo(1);
        assertThat(text(out).lines())
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("{").contains("black water"),
                        bad -> assertThat(bad).startsWith("{\"error\":").contains("bad.json"),
                        b -> assertThat(b).startsWith("{").contains("empty market"));
        assertThat(text(err)).isEmpty();
    }

    @Test
    void the_scene_writer_words_a_story_on_request_and_the_notes_say_why_it_did_not() throws Exception {
        story("a.json", "A lantern swings over the black water.");
        assertThat(run("compose", "--scene-writer", "a.json")).isEqualTo(2);
        assertThat(text(err)).contains("SCENE_WRITER_URL");

        try (MockWebServer server = new MockWebServer()) {
            server.start();
            environment.put("SCENE_WRITER_URL", server.url("/").toString());
            server.enqueue(new MockResponse.Builder()
                    .body("{\"choices\":[{\"message\":{\"content\":"
                            + "\"{\\\"description\\\":\\\"Ripples ring a drifting lamp.\\\"}\"}}]}")
                    .build());
            assertThat(run("compose", "--scene-writer", "a.json")).isZero();
            assertThat(text(out)).contains("Ripples ring a drifting lamp.", "in the words of the scene writer");

            out.reset();
            server.enqueue(new MockResponse.Builder().code(401).build());
            assertThat(run("compose", "--scene-writer", "a.json")).isZero();
            assertThat(text(out)).contains("black water", "The scene writer answered with status 401");
        }
    }

    @Test
    void the_scene_writer_words_what_is_drawn_and_the_notes_say_so() throws Exception {
        story("a.json", "A lantern swings over the black water.");
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            environment.put("SCENE_WRITER_URL", server.url("/").toString());
            server.enqueue(new MockResponse.Builder()
                    .body("{\"choices\":[{\"message\":{\"content\":"
                            + "\"{\\\"description\\\":\\\"Ripples ring a drifting lamp.\\\"}\"}}]}")
                    .build());

            assertThat(run("illustrate", "--scene-writer", "a.json", "-o", "a.png"))
                    .isZero();
            assertThat(String.valueOf(server.takeRequest().getBody().utf8())).contains("black water");
        }

        assertThat(text(err)).contains("note: The scene is in the words of the scene writer.");
        assertThat(Files.readAllBytes(folder.resolve("a.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_bot_that_cannot_start_says_why_with_status_1() {
        assertThat(run()).isEqualTo(1);
        assertThat(text(err).lines()).containsExactly("limner: the port is taken");
    }

    @Test
    void the_doctor_names_fault_and_fix() {
        environment.put("IMAGE_BACKENDS", "storyboard=http://x");

        assertThat(run("doctor")).isEqualTo(2);
        assertThat(text(out)).contains("FAULT  configuration", "IMAGE_BACKENDS gives storyboard an address");
    }

    @Test
    void doctor_calls_what_a_running_limner_has_in_use_and_not_faulty() throws IOException {
        try (Database running = Database.open(StorageSettings.in(folder.resolve("data")));
                ServerSocket room = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(running).isNotNull();
            environment.put("WEBCHAT_PORT", Integer.toString(room.getLocalPort()));
            assertThat(run("doctor")).isZero();
        }

        assertThat(text(out))
                .contains("ok     database", "in use by a running Limner")
                .contains("ok     web chat", "is in use, as it is while Limner runs");
    }

    @Test
    void doctor_tells_whether_the_ports_for_other_programs_are_free() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("WEBCHAT_PORT", "off");
            environment.put("GATEWAY_PORT", "0");
            environment.put("METRICS_PORT", Integer.toString(taken.getLocalPort()));
            assertThat(run("doctor")).isEqualTo(1);

            assertThat(text(out))
                    .contains(
                            "ok     gateway",
                            "FAULT  metrics",
                            "port " + taken.getLocalPort() + " is taken",
                            "set METRICS_PORT to another");
        }
    }

    @Test
    void doctor_tells_for_each_server_which_of_the_listed_loras_it_can_use() {
        environment.put("WEBCHAT_PORT", "off");
        environment.put("GATEWAY_PORT", "0");
        environment.put("IMAGE_BACKENDS", "storyboard");
        environment.put("IMAGE_LORAS", "ink=InkPen_v2,oil");

        assertThat(run("doctor")).isZero();

        assertThat(text(out))
                .contains(
                        "listed LoRAs and embeddings: 0 of 2 can be used",
                        "not used: LoRA ink (InkPen_v2), LoRA oil (oil): the picture server takes none");
    }

    private void story(String name, String text) throws IOException {
        String json = "{\"messages\":[{\"author\":\"jo\",\"kind\":\"person\",\"text\":\"%s\"}],"
                + "\"ask\":{\"mode\":\"scene\"}}";
        Files.writeString(folder.resolve(name), json.formatted(text));
    }

    private int run(String... arguments) {
        PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new CommandLineTool(folder, environment, toOut, toErr, false, CommandLineToolTest::start).run(arguments);
    }

    private static Running start(Configuration configuration) throws StartException {
        throw new StartException("the port is taken", null);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
