package dev.limner.scenewriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as models give them that were not trained for the shape. */
class AnswerFormsTest {
    private ChatServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ChatServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{'description': 'An elf, a lantern', 'present': ['Mira'], 'place': None, 'mood': None}",
                "{\"description\": \"An elf, a lantern\", \"dark\": True, \"present\": [\"Mira\",],}",
                "{\"description\": \"An elf, a lantern\", // the scene\n \"present\": [\"Mira\"] /* she */}",
                "{\"description\": \"An elf, a lantern\", # the scene\n \"present\": [\"Mira\"]}",
                "{\"Description\": \"An elf, a lantern\", \"PRESENT\": [\"Mira\"]}",
                "{\"description\": [\"An elf\", \"a lantern\"], \"present\": [\"Mira\"]}",
                "{\"description\": {\"who\": \"An elf\", \"what\": \"a lantern\"}, \"present\": [\"Mira\"]}",
                "{\u201cdescription\u201d: \u201cAn elf, a lantern\u201d, \u201cpresent\u201d: [\u201cMira\u201d]}",
                "{\"description\": \"An elf, a lantern\", \"present\": [\"Mira\"]}\n<think>That {was} good.</think>",
                "{\"description\": \"An elf, a lantern\", \"present\": [\"Mira\"]}\n<think>That was",
                "{\"description\": \"An elf, a lantern\", \"present\": [\"Mira\"]}<|im_end|>",
                "{\"description\": \"An elf, a lantern\", \"present\": [\"Mira\"]}</s>[INST]{\"description\": \"A dog\"}",
                "{\"scene\": {\"description\": \"An elf, a lantern\", \"present\": [\"Mira\"]}, \"status\": \"ok\"}",
                "{\"scene_description\": \"An elf, a lantern\", \"present\": [\"Mira\"]}",
                "{\"description\": \"An elf, a lantern\", \"present\": [\"Mira\"]",
                "{\"description\": \"An elf, a lantern\", \"present\": [\"Mira\"",
                "\"{\\\"description\\\": \\\"An elf, a lantern\\\", \\\"present\\\": [\\\"Mira\\\"]}\"",
                "{\"description\": \"An elf, a `lantern`\", \"present\": [\"Mira\"], \"place\": \"none\", \"mood\": \"N/A\"}",
                "Description: An elf, a lantern\nPresent: [Mira]\nPlace: none",
                "### Description\nAn elf, a lantern\n### Present\nMira",
                "[{\"description\": \"An elf, a lantern\", \"present\": [\"Mira\"]}]",
                "Mira is there, {maybe}.</think>{\"description\": \"An elf, a lantern\", \"present\": [\"Mira\"]}",
                "\u25c1think\u25b7{hm}\u25c1/think\u25b7{\"description\": \"An elf, a lantern\", \"present\": [\"Mira\"]}",
            })
    void an_object_is_read_however_loosely_it_is_written(String said) throws Exception {
        server.says(said);

        var scene = server.write(Story.usual());

        assertThat(scene.description()).isEqualTo("An elf, a lantern");
        assertThat(scene.present()).containsExactly("Mira");
        assertThat(scene.place() + scene.mood()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "An elf raises a lantern.<|im_end|>",
                "An elf raises a lantern.</s>",
                "An elf raises a lantern.<|return|>",
                "An elf raises a lantern.<|eot_id|><|start_header_id|>user<|end_header_id|>And now?",
                "[/INST] An elf raises a lantern.",
                "<|start|>assistant<|channel|>final<|message|>An elf raises a lantern.<|return|>",
                "An elf raises a lantern.<\uff5cend\u2581of\u2581sentence\uff5c>",
                "An elf raises a lantern.<end_of_turn>\n<start_of_turn>user\nAnd now?",
                "```\nAn elf raises a lantern.\n```",
                "<|begin_of_thought|>Hm<|end_of_thought|><|begin_of_solution|>An elf raises a lantern.",
                "Let me analyze the scene. Mira is there.\n\n**Final answer:** An elf raises a lantern.",
                "Sure! Here is a description: \"An elf raises a lantern.\"",
                "An elf raises a lantern.\nUser: And now?\nAssistant: A dog.",
                "An elf raises a lantern.\n\nNote: I kept this tame.",
                "\"An elf raises a lantern.\"",
                "An elf raises a `lantern`.",
                "Description: An elf raises a lantern.\nPlace: unknown\nMood: N/A",
            })
    void marks_of_the_model_s_own_template_are_not_drawn(String said) throws Exception {
        server.says(said);

        assertThat(server.write(Story.usual()).description()).isEqualTo("An elf raises a lantern.");
    }

    @Test
    void quotes_inside_of_a_text_need_no_escape() throws Exception {
        server.says("{\"description\": \"He says \"no\" and goes\", \"present\": [\"Mira\"]}");

        assertThat(server.write(Story.usual()).description()).isEqualTo("He says \"no\" and goes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "[]"})
    void a_bare_value_describes_nothing(String said) {
        server.says(said);
        server.says(said);

        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("described nothing");
    }

    @Test
    void a_brace_in_plain_words_does_not_make_them_an_object() throws Exception {
        server.says("An elf {Mira} raises a lantern.");

        assertThat(server.write(Story.usual()).description()).isEqualTo("An elf {Mira} raises a lantern.");
        assertThat(server.times()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"description\": \"An elf",
            })
    void what_is_left_of_a_broken_object_is_never_drawn(String broken) {
        server.says(broken);
        server.says(broken);

        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("answered with broken JSON");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "I apologize, but I cannot create content like this.",
                "I'm really sorry, but no.",
                "**I'm afraid that I can't.**",
                "I can\u2019t help with that.",
                "Unfortunately, I am not able to.",
                "As a large language model, I do not draw.",
                "This request violates the guidelines.",
                "Es tut mir leid, aber dabei kann ich nicht helfen.",
                "Ich kann diese Szene nicht beschreiben.",
                "Je suis d\u00e9sol\u00e9, mais je ne peux pas.",
                "Lo siento, no puedo ayudar con eso.",
                "\u7533\u3057\u8a33\u3042\u308a\u307e\u305b\u3093\u304c\u3001\u3067\u304d\u307e\u305b\u3093\u3002",
                "{\"description\":\"I cannot help with that request.\",\"present\":[]}",
                "{\"description\":\"Es tut mir sehr leid.\"}",
            })
    void a_refusal_is_told_in_any_form_and_not_drawn(String refusal) {
        server.says(refusal);

        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("refused");
        assertThat(server.times()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry-looking dogs wait at the gate.",
                "Apologizing, the knight kneels.",
                "The scene cannot be darker: ash falls."
            })
    void what_begins_like_a_refusal_may_be_a_scene(String scene) throws Exception {
        server.says(scene);

        assertThat(server.write(Story.usual()).description()).isEqualTo(scene);
    }

    @Test
    void a_filter_s_end_is_a_refusal_and_an_empty_one_is_none() throws Exception {
        server.answers(JsonNodeFactory.instance.objectNode().put("content", ""), "content_filter");
        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("refused");

        server.answers(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("content", ChatServer.SCENE)
                        .put("refusal", ""),
                "stop");
        assertThat(server.write(Story.usual()).description()).isEqualTo("A lantern swings over dark water.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\uFEFF{\"choices\":[{\"message\":{\"content\":\"An elf.\"}}]}",
                "\n \n{\"choices\":[{\"message\":{\"content\":\"An elf.\"}}]}",
                "{\"choices\":[{\"message\":{\"content\":{\"description\":\"An elf.\"}}}]}",
                "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"An elf.\"}]}}]}",
            })
    void a_body_is_read_as_servers_send_it(String body) throws Exception {
        server.sends(body);

        assertThat(server.write(Story.usual()).description()).isEqualTo("An elf.");
    }

    @Test
    void an_answer_without_an_end_is_told_as_such() {
        server.sends(" ".repeat(300_000));
        server.sends(" ".repeat(300_000));

        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("gave an answer of more than 256 KiB");
    }
}
