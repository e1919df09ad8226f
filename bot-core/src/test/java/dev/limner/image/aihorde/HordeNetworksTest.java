package dev.limner.image.aihorde;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarName;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Network;
import dev.limner.image.Requests;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HordeNetworksTest {
    private final FakeHorde server = new FakeHorde();

    @Test
    void listed_loras_and_embeddings_have_fields_of_their_own() throws Exception {
        Generated generated = draw(networks(1, 1));

        JsonNode params = server.requests().get(0).path("params");
        assertThat(params.path("loras").toString())
                .isEqualTo("[{\"name\":\"lora file 1\",\"model\":0.7,\"clip\":0.7}]");
        assertThat(params.path("tis").toString())
                .isEqualTo("[{\"name\":\"embedding file 1\",\"inject_ti\":\"prompt\",\"strength\":0.7}]");
        assertThat(generated.notes()).contains("Used: LoRA lora1.", "Used: embedding embedding1.");
    }

    @Test
    void no_more_loras_and_embeddings_are_sent_than_the_horde_takes() throws Exception {
        Generated generated = draw(networks(6, 21));

        JsonNode params = server.requests().get(0).path("params");
        assertThat(params.path("loras")).hasSize(5);
        assertThat(params.path("tis")).hasSize(20);
        assertThat(generated.notes())
                .contains(
                        "Not used: LoRA lora6: the picture server takes 5 at the most.",
                        "Not used: embedding embedding21: the picture server takes 20 at the most.");
    }

    private Generated draw(GenerationRequest request) throws Exception {
        try (HordeBackend backend = Fixtures.backend(server.start())) {
            return (Generated) backend.generate(request, fraction -> {});
        }
    }

    private static GenerationRequest networks(int loras, int embeddings) {
        Stream<Network> all = Stream.concat(
                IntStream.rangeClosed(1, loras).mapToObj(i -> network(Network.Kind.LORA, "lora", i)),
                IntStream.rangeClosed(1, embeddings).mapToObj(i -> network(Network.Kind.EMBEDDING, "embedding", i)));
        return new GenerationRequest("r1", Requests.of("r1").composition(), List.of(), all.toList());
    }

    private static Network network(Network.Kind kind, String name, int number) {
        return new Network(kind, new AvatarName(name + number), name + " file " + number, 0.7);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
