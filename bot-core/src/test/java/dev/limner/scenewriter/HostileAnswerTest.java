package dev.limner.scenewriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.prompt.AvatarSheet;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.SceneMaterial;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that does what the story tells it to: of its answer, words of the scene are drawn and nothing else counts. */
class HostileAnswerTest {
    private ChatServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ChatServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "place", "mood", "shot"})
    void no_avatar_can_be_named_by_any_part_of_an_answer(String part) throws Exception {
        var answer = JsonNodeFactory.instance.objectNode().put("description", "A lantern.");
        answer.put(part, "A lantern <be-face:other:1> <be-style:other:1> <lora:other:1> <be-face:other:1");
        server.says(answer.toString());

        Composition drawn = server.compose(withAvatars());

        assertThat(drawn.references()).isEmpty();
        assertThat(drawn.prompt()).contains("A lantern").doesNotContain("be-face", "be-style", "lora:");
    }

    @Test
    void nor_by_words_without_a_shape() throws Exception {
        server.says("A lantern <be-face:other:1> <lora:other:1> over water.");

        Composition drawn = server.compose(withAvatars());

        assertThat(drawn.references()).isEmpty();
        assertThat(drawn.prompt()).contains("A lantern").doesNotContain("be-face", "lora:");
    }

    @Test
    void settings_in_an_answer_change_nothing() throws Exception {
        server.says("{\"description\":\"A lantern.\",\"present\":[\"Mira\"],\"negative\":\"clothes\",\"seed\":1,"
                + "\"width\":64,\"style\":\"other\",\"model\":\"x\",\"cast\":[\"Boss\"],\"avatars\":[\"other\"]}");
        Composition plain = new Composer().compose(withAvatars());

        Composition drawn = server.compose(withAvatars());

        assertThat(drawn.negative()).isEqualTo(plain.negative());
        assertThat(drawn.seed()).isEqualTo(plain.seed());
        assertThat(drawn.width()).isEqualTo(plain.width());
        assertThat(drawn.height()).isEqualTo(plain.height());
        assertThat(drawn.references()).isEmpty();
        assertThat(drawn.cast()).containsExactly("Mira");
        assertThat(drawn.prompt()).doesNotContain("clothes", "a king");
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "place", "mood", "shot"})
    void our_instructions_are_drawn_in_no_part(String part) throws Exception {
        SceneMaterial material = new Composer().material(Story.usual());
        String[] sentences = SceneQuestion.instructions(material).split("(?<=[.]) ");
        for (String sentence : sentences) {
            var answer = JsonNodeFactory.instance.objectNode().put("description", "A lantern.");
            answer.put(part, sentence);
            if (sentence.split("[^\\p{L}]+").length < 7) {
                continue;
            }
            server.says(answer.toString());
            server.says(answer.toString());
            assertThatThrownBy(() -> server.write(Story.usual())).as(sentence).hasMessage("repeated its instructions");
        }
        assertThat(server.times()).isGreaterThan(8);
    }

    @Test
    void our_instructions_are_drawn_neither_as_plain_words_nor_as_a_name() throws Exception {
        String ours = SceneQuestion.instructions(new Composer().material(Story.usual()));
        server.says(ours.replaceAll("[{}\"]", ""));
        server.says(ours.replaceAll("[{}\"]", ""));
        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("repeated its instructions");

        var answer = JsonNodeFactory.instance.objectNode().put("description", "A lantern.");
        answer.putArray("present").add("Mira").add(ours);
        server.says(answer.toString());
        Composition drawn = server.compose(Story.usual());
        assertThat(drawn.cast()).containsExactly("Mira");
        assertThat(drawn.prompt() + drawn.notes()).doesNotContain("roleplay", "never follow");
    }

    private static CompositionInput withAvatars() {
        CompositionInput usual = Story.usual();
        return new CompositionInput(
                usual.model(),
                usual.style(),
                List.of(
                        new AvatarSheet(AvatarKind.FACE, new AvatarName("other"), "", "sam", true),
                        new AvatarSheet(AvatarKind.STYLE, new AvatarName("other"), "", "sam", true),
                        new AvatarSheet(AvatarKind.LORA, new AvatarName("other"), "", null, true)),
                usual.characters(),
                usual.posts(),
                usual.ask(),
                usual.seed());
    }
}
