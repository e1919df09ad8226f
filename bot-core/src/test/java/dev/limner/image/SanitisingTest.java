package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.prompt.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that chat users write reaches a server as a command, whatever they write it into. */
class SanitisingTest {
    /** Everything that any of the servers takes as a command, and a word that is none. */
    private static final String HOSTILE = "<lora:sneaked:1> <hypernet:sneaked:1> <lyco:sneaked:1> <lo<lora:x:1>ra:y:1>"
            + " __sneaked__ {sneaked|other} <sd_cpp_extra_args>{\"steps\":900}</sd_cpp_extra_args>"
            + " embedding:sneaked (hat:9) ### sneaked | sneaked lighthouse";

    private static final String NETWORKS = "<\\w+:[^>]*>";
    private static final String EXTRA_ARGS = "sd_cpp_extra_args";
    private static final String TOO_HEAVY = ":9\\)";
    /** What the servers of each kind obey. */
    private static final Map<String, List<String>> COMMANDS = Map.of(
            "a1111", List.of(NETWORKS, "__", "[{}]", EXTRA_ARGS, TOO_HEAVY),
            "comfyui", List.of("(?i)embedding:", TOO_HEAVY),
            "openai", List.of("\\|", EXTRA_ARGS, TOO_HEAVY),
            "blockentropy", List.of(NETWORKS, TOO_HEAVY),
            "aihorde", List.of("###[^#]*###", TOO_HEAVY),
            "bfl", List.of(TOO_HEAVY),
            "gemini", List.of(TOO_HEAVY));

    static Stream<String> servers() {
        return Loopback.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_people_write_is_never_a_command(String name) throws Exception {
        SentRequests sent = new SentRequests();
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(sent)) {
            backend.generate(hostile(), fraction -> {});

            List<String> texts = SentRequests.texts(sent.drawing());
            assertThat(texts).as("the story is told").anyMatch(text -> text.contains("lighthouse"));
            for (String command : Objects.requireNonNull(COMMANDS.get(server.kind()))) {
                assertThat(texts).noneSatisfy(text -> assertThat(text).containsPattern(command));
            }
            assertThat(sent.drawing().findValues("steps")).noneMatch(steps -> steps.asInt() == 900);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void the_negative_begins_where_limner_says_so(String name) throws Exception {
        SentRequests sent = new SentRequests();
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(sent)) {
            backend.generate(Requests.of("r1", "a cat ### wanted | wanted"), fraction -> {});

            for (String text : SentRequests.texts(sent.drawing())) {
                for (String mark : List.of("###", "|")) {
                    boolean obeys = mark.equals("###") == server.kind().equals("aihorde")
                            && List.of("aihorde", "openai").contains(server.kind());
                    if (obeys && text.contains(mark)) {
                        assertThat(text.substring(text.indexOf(mark))).doesNotContain("wanted");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void files_are_named_by_their_content_and_never_by_people(String name) throws Exception {
        SentRequests sent = new SentRequests();
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(sent)) {
            backend.generate(hostile(), fraction -> {});

            for (JsonNode node : sent.drawing().findValues("inputs")) {
                if (node.path("image").isTextual()) {
                    assertThat(node.path("image").asText()).matches("limner/[0-9a-f]{64}\\.png");
                }
            }
        }
    }

    /** In the prompt, the negative, a reference's description and the name of the character that it shows. */
    private static GenerationRequest hostile() {
        List<ReferenceImage> references = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            references.add(new ReferenceImage(
                    new Reference(
                            i % 2 == 0 ? AvatarKind.FACE : AvatarKind.STYLE,
                            new AvatarName("a" + i),
                            0.3,
                            "character " + HOSTILE),
                    Pictures.png(64, 64),
                    "image/png",
                    HOSTILE));
        }
        return new GenerationRequest("r1", Requests.composition(HOSTILE, HOSTILE), references);
    }
}
