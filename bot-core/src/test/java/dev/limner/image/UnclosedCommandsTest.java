package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.prompt.Reference;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What people leave open is not closed by what Limner itself writes behind it, whichever server reads it. */
class UnclosedCommandsTest {
    private static final List<Opened> SERVERS = new ArrayList<>();

    private record Opened(Loopback server, SentRequests sent, ImageBackend backend) {}

    @BeforeContainer
    static void open() throws Exception {
        for (String name : Loopback.ALL) {
            Loopback server = Loopback.start(name);
            SentRequests sent = new SentRequests();
            SERVERS.add(new Opened(server, sent, server.backend(sent)));
        }
    }

    @AfterContainer
    static void close() throws Exception {
        for (Opened opened : SERVERS) {
            opened.backend().close();
            opened.server().close();
        }
        SERVERS.clear();
    }

    @Provide
    Arbitrary<String> written() {
        return Arbitraries.of(
                        "<",
                        ">",
                        "<hypernet:",
                        "<lora:",
                        "<lyco:",
                        "evil",
                        ":0.5",
                        ":",
                        "(hat",
                        ":９)",
                        ":1e9)",
                        ")",
                        " ",
                        "<sd_cpp_extra_args>",
                        "{",
                        "|",
                        "###",
                        "embedding:",
                        "__",
                        "1>")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 15)
    void with_networks_and_descriptions(@ForAll("written") String written) throws Exception {
        for (Opened opened : SERVERS) {
            opened.backend().generate(request(written), fraction -> {});

            for (String text : texts(opened)) {
                String theirs = text.replace("<lora:" + Loopback.LORA + ":0.70>", "");
                assertThat(theirs)
                        .as(opened.server().kind())
                        .doesNotContainPattern(obeyed(opened.server().kind()));
            }
        }
    }

    /** No number above 1.9 weighs anything where weights are read, and no angle bracket is left where commands begin so. */
    private static String obeyed(String kind) {
        return switch (kind) {
            case "a1111", "blockentropy" -> "[<>]|sd_cpp_extra_args|[９9]\\s*\\)(?<!1\\.9\\))";
            case "openai" -> "[<>|]|sd_cpp_extra_args";
            case "comfyui" -> "embedding:|[９9]\\s*\\)(?<!1\\.9\\))";
            case "aihorde" -> "###[^#]*###|[９9]\\s*\\)(?<!1\\.9\\))";
            default -> "\\([^():]*:[９9]\\)";
        };
    }

    private static List<String> texts(Opened opened) {
        JsonNode drawing = opened.sent().drawing();
        assertThat(drawing.isMissingNode()).isFalse();
        return SentRequests.texts(drawing);
    }

    /** Written into the prompt, the negative and descriptions, with a network that the operator listed. */
    private static GenerationRequest request(String written) {
        List<ReferenceImage> references = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            references.add(new ReferenceImage(
                    new Reference(AvatarKind.FACE, new AvatarName("a" + i), 0.3, "character " + written),
                    Pictures.png(64, 64),
                    "image/png",
                    "elf " + written));
        }
        return new GenerationRequest(
                "r1",
                Requests.composition("a lighthouse " + written, written),
                references,
                List.of(new Network(Network.Kind.LORA, new AvatarName("ink"), Loopback.LORA, 0.7)));
    }
}
