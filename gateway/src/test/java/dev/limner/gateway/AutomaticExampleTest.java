package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples in A1111's own description of its API, which clients are written after. */
class AutomaticExampleTest {
    @RegisterExtension
    final House house = new House();

    @Test
    void the_whole_example_of_txt2img_is_drawn() throws IOException {
        assertThat(send("txt2img", example("txt2img")).status()).isEqualTo(200);
    }

    @Test
    void the_whole_example_of_img2img_is_drawn() throws IOException {
        ObjectNode example = example("img2img");
        example.putArray("init_images").add(Base64.getEncoder().encodeToString(Painter.png(96, 96, 0x00ff00)));

        assertThat(send("img2img", example).status()).isEqualTo(200);
    }

    @Test
    void comments_that_are_no_dictionary_are_refused() throws IOException {
        ObjectNode example = example("txt2img");
        example.put("comments", 7);

        Caller.Answer answer = send("txt2img", example);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/detail/0/loc/1").asText()).isEqualTo("comments");
    }

    private Caller.Answer send(String what, ObjectNode body) {
        return house.as(House.MIRA).post("/sdapi/v1/" + what, body.toString());
    }

    /** With something to draw, which the example leaves out. */
    private static ObjectNode example(String what) throws IOException {
        try (InputStream file = AutomaticExampleTest.class.getResourceAsStream("automatic1111/" + what + ".json")) {
            ObjectNode example = (ObjectNode) Caller.MAPPER.readTree(Objects.requireNonNull(file));
            return example.put("prompt", "fog");
        }
    }
}
