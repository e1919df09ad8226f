package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ListedNetworks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator is told of the LoRAs and embeddings that they listed. */
class ListedFindingsTest {
    private static final ListedNetworks LISTED = new ListedNetworks(
            Map.of(new AvatarName("ink"), "inkpen_V2.safetensors"), Map.of(new AvatarName("easy"), "EasyPositive"));

    @ParameterizedTest
    @ValueSource(strings = {"a1111", "forge", "sd_next", "comfyui sdxl"})
    void which_of_them_the_server_has_and_which_not(String server) throws Exception {
        assertThat(told(server, LISTED))
                .containsExactly(
                        "listed LoRAs and embeddings: 1 of 2 can be used",
                        "not used: embedding easy (EasyPositive): the picture server does not have it");
    }

    @Test
    void the_horde_does_not_tell_which_and_is_asked_for_each() throws Exception {
        assertThat(told("aihorde", LISTED)).containsExactly("listed LoRAs and embeddings: 2 of 2 can be used");
    }

    @Test
    void that_a_server_takes_none_is_said_once() throws Exception {
        assertThat(told("gemini", LISTED))
                .containsExactly(
                        "listed LoRAs and embeddings: 0 of 2 can be used",
                        "not used: LoRA ink (inkpen_V2.safetensors), embedding easy (EasyPositive):"
                                + " the picture server takes none");
    }

    @Test
    void nothing_is_said_where_nothing_is_listed() throws Exception {
        assertThat(told("comfyui sdxl", ListedNetworks.NONE)).isEmpty();
    }

    private static List<String> told(String name, ListedNetworks listed) throws Exception {
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(new SentRequests())) {
            assertThat(backend.diagnose().works()).isTrue();
            return ListedFindings.of(backend, listed);
        }
    }
}
