package dev.limner.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.app.Running;
import dev.limner.app.StartException;
import dev.limner.app.StoryDesk;
import dev.limner.app.config.Configuration;
import dev.limner.image.ReferenceImage;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        assertThat(text(err)).contains("bad.json is bad", "StoryException", "\tat ");
    }

    @Test
    void what_cannot_be_composed_is_one_line_and_status_1() {
        assertThat(run("compose", "bad.json")).isEqualTo(1);
        assertThat(text(err).lines()).containsExactly("limner: bad.json is bad");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void several_stories_give_one_line_each_and_a_bad_one_its_error() {
        assertThat(run("compose", "a.json", "bad.json", "b.json")).isEqualTo(1);
        assertThat(text(out).lines())
                .containsExactly("{\"of\":\"a.json\"}", "{\"error\":\"bad.json is bad\"}", "{\"of\":\"b.json\"}");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void a_bot_that_cannot_start_says_why_with_status_1() {
        assertThat(run()).isEqualTo(1);
        assertThat(text(err).lines()).containsExactly("limner: the port is taken");
    }

    @Test
    void a_place_that_no_picture_can_be_written_to_is_refused_before_anything_is_drawn() {
        assertThat(run("illustrate", "a.json", "-o", ".")).isEqualTo(1);
        assertThat(text(err)).contains("is a folder");

        err.reset();
        assertThat(run("illustrate", "a.json", "-o", "nowhere/x.png")).isEqualTo(1);
        assertThat(text(err)).contains("there is no folder");
    }

    @Test
    void the_doctor_names_fault_and_fix() {
        environment.put("IMAGE_BACKENDS", "storyboard=http://x");

        assertThat(run("doctor")).isEqualTo(1);
        assertThat(text(out)).contains("FAULT  configuration", "IMAGE_BACKENDS gives storyboard an address");
    }

    private int run(String... arguments) {
        PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new CommandLineTool(folder, environment, toOut, toErr, false, CommandLineToolTest::start, new Desk())
                .run(arguments);
    }

    private static Running start(Configuration configuration) throws StartException {
        throw new StartException("the port is taken", null);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Composes everything but bad.json. */
    private static final class Desk implements StoryDesk {
        @Override
        public ComposedStory compose(Path file, ModelFamily usual) throws StoryException {
            String name = file.getFileName().toString();
            if (name.equals("bad.json")) {
                throw new StoryException(name + " is bad", null);
            }
            return new ComposedStory() {
                @Override
                public Composition composition() {
                    throw new AssertionError("not asked for");
                }

                @Override
                public String json() {
                    return "{\"of\":\"" + name + "\"}";
                }

                @Override
                public List<ReferenceImage> references() {
                    return List.of();
                }
            };
        }
    }
}
