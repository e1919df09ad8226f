package dev.limner.image.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 49_151, 49_152, 49_153, 1_000_000})
    void images_become_base64_and_the_length_is_known_before(int size) throws Exception {
        byte[] image = new byte[size];
        new Random(size).nextBytes(image);
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("prompt", "a “cat”\n").put("first", image);
        body.putArray("images").add(image).add(image).add("text");

        StreamedJson streamed = new StreamedJson(body);
        Buffer sent = new Buffer();
        streamed.writeTo(sent);

        assertThat(streamed.contentLength()).isEqualTo(sent.size());
        byte[] bytes = sent.readByteArray();
        assertThat(bytes).isEqualTo(JSON.writeValueAsBytes(body));
    }
}
