package dev.limner.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.app.Running;
import dev.limner.app.StartException;
import dev.limner.app.config.Configuration;
import dev.limner.image.a1111.FakeA1111;
import dev.limner.image.a1111.FakeKind;
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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture from the command line: where it goes, in which format, and what is said when there is none. */
class IllustrateCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"out.png, png", "out, png", "out.jpg, JPEG", "out.JPEG, JPEG"})
    void a_picture_is_written_in_the_format_that_its_name_says(String name, String format) throws IOException {
        story("a.json", "A lantern swings over the black water.");

        assertThat(run("illustrate", "a.json", "-o", name)).isZero();

        try (var in = ImageIO.createImageInputStream(folder.resolve(name).toFile())) {
            var reader = ImageIO.getImageReaders(in).next();
            assertThat(reader.getFormatName()).isEqualTo(format);
        }
        assertThat(ImageIO.read(folder.resolve(name).toFile()).getWidth()).isEqualTo(1024);
    }

    @Test
    void a_format_that_is_not_written_is_refused_before_anything_is_drawn() throws IOException {
        story("a.json", "A lantern swings over the black water.");

        assertThat(run("illustrate", "a.json", "-o", "out.webp")).isEqualTo(1);

        assertThat(text(err)).contains("out.webp: a picture is written as PNG or JPEG", ".png or .jpg");
        assertThat(folder.resolve("out.webp")).doesNotExist();
    }

    @Test
    void a_server_that_cannot_be_reached_is_told_to_whoever_runs_it() throws IOException {
        story("a.json", "A lantern swings over the black water.");
        String address;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "http://127.0.0.1:" + closed.getLocalPort();
        }
        environment.put("IMAGE_BACKENDS", "a1111=" + address);

        assertThat(run("illustrate", "a.json", "-o", "out.png")).isEqualTo(1);

        assertThat(text(err).lines().reduce((first, last) -> last))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("limner: a1111")
                        .contains(address, "to do: ")
                        .doesNotContainIgnoringCase("whoever runs")
                        .doesNotContainIgnoringCase("operator"));
    }

    @Test
    void each_run_asks_for_a_picture_of_its_own() throws IOException {
        story("a.json", "A lantern swings over the black water.");
        try (FakeA1111 server = new FakeA1111(FakeKind.A1111).start()) {
            environment.put("IMAGE_BACKENDS", "a1111=" + server.address());

            assertThat(run("illustrate", "a.json", "-o", "one.png")).isZero();
            assertThat(run("illustrate", "a.json", "-o", "two.png")).isZero();

            assertThat(server.requests())
                    .extracting(request -> request.path("force_task_id").asText())
                    .doesNotHaveDuplicates()
                    .hasSize(2);
        }
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
    void a_story_is_not_replaced_by_its_picture() throws IOException {
        story("a.json", "A lantern swings over the black water.");
        byte[] before = Files.readAllBytes(folder.resolve("a.json"));

        assertThat(run("illustrate", "a.json", "-o", "./a.json")).isEqualTo(1);
        assertThat(text(err)).contains("is the story itself");
        assertThat(folder.resolve("a.json")).hasBinaryContent(before);
    }

    private void story(String name, String text) throws IOException {
        String json = "{\"messages\":[{\"author\":\"jo\",\"kind\":\"person\",\"text\":\"%s\"}],"
                + "\"ask\":{\"mode\":\"scene\"}}";
        Files.writeString(folder.resolve(name), json.formatted(text));
    }

    private int run(String... arguments) {
        PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new CommandLineTool(folder, environment, toOut, toErr, false, IllustrateCommandTest::start)
                .run(arguments);
    }

    private static Running start(Configuration configuration) throws StartException {
        throw new StartException("nothing is started here", null);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
