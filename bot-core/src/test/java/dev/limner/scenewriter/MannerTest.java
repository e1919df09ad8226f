package dev.limner.scenewriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server is asked once it has shown what it takes. */
class MannerTest {
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
    @ValueSource(strings = {"<think>Hmm, let me see", "A lantern swings over da", "{\"description\": \"A lant"})
    void who_does_not_come_to_an_end_gets_four_times_the_room(String begun) throws Exception {
        server.breaksOff(begun);
        server.says("<think>Hmm.</think>" + ChatServer.SCENE);

        assertThat(server.write(Story.usual()).place()).isEqualTo("a flooded crypt");
        int first = server.asked().path("max_tokens").asInt();
        assertThat(server.asked().path("max_tokens").asInt()).isEqualTo(4 * first);
    }

    @Test
    void whose_thoughts_come_apart_is_asked_for_none() throws Exception {
        server.answers(
                JsonNodeFactory.instance.objectNode().put("content", "").put("reasoning", "let me see"), "length");
        server.says(ChatServer.SCENE);

        server.write(Story.usual());

        assertThat(server.asked().has("reasoning_effort")).isFalse();
        assertThat(server.asked().path("reasoning_effort").asText()).isEqualTo("none");
    }

    @Test
    void what_ends_within_the_room_by_its_last_brace_is_taken() throws Exception {
        server.breaksOff(ChatServer.SCENE + " And now I could go on");

        assertThat(server.write(Story.usual()).place()).isEqualTo("a flooded crypt");
    }

    @Test
    void who_never_comes_to_an_end_is_given_up_after_the_second_time() {
        server.breaksOff("<think>Hmm");
        server.breaksOff("<think>Hmm");

        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("thought without an end");
        assertThat(server.times()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422, 500})
    void a_shape_that_is_refused_under_another_status_is_left_out(int status) throws Exception {
        server.rejects(status, "body.response_format: unknown");
        server.says(ChatServer.SCENE);

        server.write(Story.usual());

        assertThat(server.asked().has("response_format")).isTrue();
        assertThat(server.asked().has("response_format")).isFalse();
    }

    @Test
    void rejections_do_not_count_and_are_remembered_for_the_next_scene() throws Exception {
        SceneWriter writer = server.writer();
        server.rejects(400, "Unsupported parameter: temperature");
        server.rejects(400, "response_format is not supported");
        server.breaksOff("<think>Hmm");
        server.says(ChatServer.SCENE);
        server.write(writer, Story.usual());
        for (int i = 0; i < 4; i++) {
            server.asked();
        }

        server.says(ChatServer.SCENE);
        server.write(writer, Story.of("Tobin waits."));

        JsonNode next = server.asked();
        assertThat(next.has("temperature")).isFalse();
        assertThat(next.has("response_format")).isFalse();
        assertThat(next.path("max_completion_tokens").asInt()).isEqualTo(2800);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void who_knows_no_system_role_is_told_all_in_the_user_s_message_from_then_on(int status) throws Exception {
        SceneWriter writer = server.writer();
        server.rejects(status, "System role not supported");
        server.says(ChatServer.SCENE);
        server.says(ChatServer.SCENE);

        server.write(writer, Story.usual());
        server.write(writer, Story.of("Tobin waits."));

        String instructions = server.asked().at("/messages/0/content").asText();
        for (int i = 0; i < 2; i++) {
            JsonNode messages = server.asked().path("messages");
            assertThat(messages).hasSize(1);
            assertThat(messages.at("/0/role").asText()).isEqualTo("user");
            assertThat(messages.at("/0/content").asText())
                    .startsWith(instructions)
                    .contains("lantern");
        }
    }

    @Test
    void a_limit_beyond_the_server_s_context_is_left_to_the_server() throws Exception {
        server.breaksOff("<think>Hmm");
        server.rejects(400, "'max_tokens' is too large: the maximum context length is 2048");
        server.says(ChatServer.SCENE);

        server.write(Story.usual());

        server.asked();
        server.asked();
        assertThat(server.asked().has("max_tokens")).isFalse();
    }

    @Test
    void a_wish_for_no_thoughts_that_is_unknown_is_taken_back() throws Exception {
        server.answers(
                JsonNodeFactory.instance.objectNode().put("content", "").put("reasoning", "let me see"), "length");
        server.rejects(400, "reasoning_effort: unknown");
        server.says(ChatServer.SCENE);

        server.write(Story.usual());

        server.asked();
        server.asked();
        JsonNode last = server.asked();
        assertThat(last.has("reasoning_effort")).isFalse();
        assertThat(last.path("max_tokens").asInt()).isEqualTo(2800);
    }

    @Test
    void a_rejection_of_what_was_not_asked_for_ends_it() {
        server.rejects(400, "response_format is not supported");
        server.rejects(400, "response_format is not supported");

        assertThatThrownBy(() -> server.write(Story.usual())).hasMessage("answered with status 400");
        assertThat(server.times()).isEqualTo(2);
    }
}
