package dev.limner.scenewriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that think aloud without any mark, or repeat what they were given. */
class MusingTest {
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
    @ValueSource(
            strings = {
                "Let me analyze the scene. Mira is there.\n\nAn elf raises a lantern.",
                "Let me analyze\u2026\n\nMira is there.\n\n---\n\nAn elf raises a lantern.",
                "Okay, so the user wants me to draw.\n\nThe cast is Mira.\n\nFinal description: An elf raises a lantern.",
                "Analysis: Mira is present.\nOutput: An elf raises a lantern.",
                "Thinking Process:\n\n1. **Read:** Mira is there.\n\n2. I need to be short.\n\n**Description:** An elf raises a lantern.",
                "<answer>An elf raises a lantern.</answer>",
                "<analysis>Mira is there.</analysis>\nAn elf raises a lantern.",
                "<scratchpad>Mira is there.</scratchpad>An elf raises a lantern.",
            })
    void of_thoughts_told_aloud_what_they_come_to_is_drawn(String said) throws Exception {
        server.says(said);

        assertThat(server.write(Story.usual()).description()).isEqualTo("An elf raises a lantern.");
        assertThat(server.times()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Let me analyze the scene. The user wants a picture. Mira lifts the lantern.",
                "Thinking Process:\n\n1. **Analyze the Request:** JSON is wanted.\n2. **Draft:** An elf.",
                "Okay. The cast is Mira and Tobin, so I should name both.",
                "First, I need to look at the story.",
                "We need to output JSON. The scene: Mira lifts the lantern.",
                "The user is asking me to describe the scene.",
                "\u597d\u7684\uff0c\u7528\u6237\u8ba9\u6211\u63cf\u8ff0\u8fd9\u4e2a\u573a\u666f\u3002",
            })
    void thoughts_alone_are_asked_for_something_better_once_and_never_drawn(String thoughts) {
        server.says(thoughts);
        server.says(thoughts);

        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("thought aloud and described nothing");
        assertThat(server.times()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "First light falls on the elf.",
                "Now we see an elf with a lantern.",
                "So dark is the cave that the lantern shows only her face.",
                "The task of the smith is done: the rope hangs.",
                "Well-lit walls around an elf.",
                "Nextdoor, an elf raises a lantern.",
                "Island at night, an elf, a lantern",
            })
    void a_scene_that_begins_like_a_thought_is_none(String scene) throws Exception {
        server.says(scene);

        assertThat(server.write(Story.usual()).description()).isEqualTo(scene);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"description\": \"string\", \"present\": [\"names from cast\"], \"place\": \"string\"}",
                "{\"type\":\"object\",\"properties\":{\"description\":{\"type\":\"string\"}}}",
                "{\"description\": \"...\", \"present\": []}",
            })
    void the_shape_given_back_describes_nothing(String shape) {
        server.says(shape);
        server.says(shape);

        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("described nothing");
    }

    @Test
    void of_several_objects_the_last_that_says_something_counts() throws Exception {
        String filled = "{\"description\": \"An elf raises a lantern.\", \"mood\": \"string\"}";
        server.says("{\"description\": \"string\"}\n" + filled + "\nWait: {\"description\": \"\"}");

        var scene = server.write(Story.usual());

        assertThat(scene.description()).isEqualTo("An elf raises a lantern.");
        assertThat(scene.mood()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't feel comfortable describing this.",
                "I'd rather not describe this scene.",
                "That's not something I can help with.",
                "I'm not going to describe that.",
                "No, I can't do that.",
                "It seems that the request is against my guidelines.",
                "This scene depicts graphic violence, so I can't describe it.",
                "My guidelines do not allow this.",
                "Jag kan inte hj\u00e4lpa dig med det.",
                "Beklager, men det kan jeg ikke.",
            })
    void further_refusals_are_not_drawn(String refusal) {
        server.says(refusal);

        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("refused");
        assertThat(server.times()).isEqualTo(1);
    }
}
