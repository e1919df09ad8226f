package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The requests, byte by byte, that OpenAI's own library for JavaScript, version 6.49.0, was seen to send. */
class OpenAiClientTest {
    @RegisterExtension
    final House house = new House();

    @Test
    void its_generation_is_drawn() throws IOException {
        JsonNode answer = replayed("generations");

        assertThat(answer.path("data")).hasSize(1);
        assertThat(answer.path("data").path(0).path("b64_json").asText()).isNotEmpty();
        assertThat(answer.path("size").asText()).isEqualTo("1024x1024");
        assertThat(answer.path("usage").path("total_tokens").isInt()).isTrue();
        assertThat(house.painter().requests().get(0).composition().prompt()).isEqualTo("a lantern in the fog");
    }

    @Test
    void its_edit_is_drawn_with_both_images() throws IOException {
        JsonNode answer = replayed("edits");

        assertThat(answer.path("data")).hasSize(1);
        assertThat(house.painter().requests().get(0).references())
                .extracting(reference -> reference.kind())
                .containsExactlyInAnyOrder(AvatarKind.FACE, AvatarKind.STYLE);
    }

    /** Hangs up after the answer, which is all that is changed. */
    private JsonNode replayed(String request) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                        OpenAiClientTest.class.getResourceAsStream("openai/" + request + ".http"));
                Wire wire = new Wire(house.address())) {
            String seen = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            wire.send(seen.replaceFirst("connection: keep-alive", "connection: close")
                    .getBytes(StandardCharsets.ISO_8859_1));
            String answer = wire.rest();
            assertThat(answer).startsWith("HTTP/1.1 200 OK");
            return Caller.MAPPER.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        }
    }
}
