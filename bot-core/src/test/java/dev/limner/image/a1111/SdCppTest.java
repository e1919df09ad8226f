package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Network;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import dev.limner.image.wire.FakeService;
import java.util.List;
import java.util.concurrent.FutureTask;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** stable-diffusion.cpp by its own protocol. */
class SdCppTest {
    private final FakeSdCpp server = new FakeSdCpp("sd_xl_base_1.0.safetensors");

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void a_request_says_what_to_draw_and_how() throws Exception {
        JsonNode sent = sent(Backends.of(server.start().address()), Requests.of("r1"));

        assertThat(sent.path("prompt").asText()).isEqualTo("a lighthouse at dusk, storm clouds, oil painting");
        assertThat(sent.path("negative_prompt").asText()).isEqualTo("text, watermark");
        assertThat(sent.path("seed").asLong()).isEqualTo(7);
        assertThat(sent.path("sample_params").path("sample_method").asText()).isEqualTo("dpm++2m");
        assertThat(sent.path("sample_params").path("scheduler").asText()).isEqualTo("karras");
        assertThat(sent.path("sample_params").path("sample_steps").asInt()).isEqualTo(28);
        assertThat(sent.path("sample_params").path("guidance").path("txt_cfg").asDouble())
                .isEqualTo(6);
    }

    @Test
    void a_lora_goes_by_its_path_and_never_by_the_prompt() throws Exception {
        server.loras("InkPen_v2").start();
        GenerationRequest inked = new GenerationRequest(
                "r1",
                Requests.composition("a cat", ""),
                List.of(),
                List.of(new Network(Network.Kind.LORA, new AvatarName("ink"), "InkPen_v2", 0.7)));

        JsonNode sent = sent(Backends.of(server.address()), inked);

        assertThat(sent.path("lora").path(0).path("path").asText()).isEqualTo("InkPen_v2.safetensors");
        assertThat(sent.path("lora").path(0).path("multiplier").asDouble()).isEqualTo(0.7);
        assertThat(sent.path("prompt").asText()).isEqualTo("a cat");
    }

    @Test
    void the_adapter_is_shown_the_heaviest_face_and_the_others_are_named() throws Exception {
        try (A1111Backend backend = Backends.withIpAdapter(server.start().address())) {
            Generated drawn = (Generated) backend.generate(
                    new GenerationRequest(
                            "r1",
                            Requests.composition("a cat", ""),
                            List.of(
                                    image(AvatarKind.STYLE, "ink", 0.9),
                                    image(AvatarKind.FACE, "mira", 0.3),
                                    image(AvatarKind.FACE, "tobin", 0.5))),
                    fraction -> {});

            assertThat(server.taken().get(0).path("ip_adapter_strength").asDouble())
                    .isEqualTo(0.5);
            assertThat(drawn.notes())
                    .contains("Used: face tobin.")
                    .anyMatch(note -> note.startsWith("Not used: face mira: "))
                    .anyMatch(note -> note.startsWith("Not used: style ink: "));
        }
    }

    @Test
    void a_style_takes_the_adapters_place_where_there_is_no_face() throws Exception {
        JsonNode sent = sent(
                Backends.withIpAdapter(server.start().address()),
                new GenerationRequest(
                        "r1", Requests.composition("a cat", ""), List.of(image(AvatarKind.STYLE, "ink", 0.6))));

        assertThat(sent.path("ip_adapter_strength").asDouble()).isEqualTo(0.6);
    }

    @Test
    void without_a_word_of_an_adapter_none_is_shown_an_image_and_doctor_says_how_to_get_one() throws Exception {
        try (A1111Backend backend = Backends.of(server.start().address())) {
            backend.generate(Requests.withReferences("r1"), fraction -> {});

            assertThat(server.taken().get(0).has("ip_adapter_image")).isFalse();
            assertThat(backend.diagnose().findings())
                    .contains("dialect: stable-diffusion.cpp, by jobs")
                    .anyMatch(line -> line.startsWith("for more: ") && line.contains("A1111_IP_ADAPTER"));
        }
    }

    @Test
    void an_older_server_is_asked_as_before() throws Exception {
        try (FakeA1111 older = new FakeA1111(FakeKind.SD_CPP).start();
                A1111Backend backend = Backends.of(older)) {
            backend.generate(Requests.of("r1"), fraction -> {});

            assertThat(older.requests()).hasSize(1);
            assertThat(backend.diagnose().findings()).contains("dialect: stable-diffusion.cpp");
        }
    }

    @Test
    void what_is_drawn_already_when_nobody_waits_any_more_is_given_to_whoever_asks_once_more() throws Exception {
        server.drawsForever(true).start();
        try (A1111Backend backend = Backends.of(server.address())) {
            FutureTask<Void> drawing = new FutureTask<>(() -> {
                backend.generate(Requests.of("r1"), fraction -> {});
                return null;
            });
            Thread thread = new Thread(drawing, "drawing");
            thread.start();
            await().until(() -> server.isDrawing() && server.statusOf(1).equals("generating"));
            thread.interrupt();
            thread.join();
            server.drawsForever(false);

            backend.generate(Requests.of("r1").again(), fraction -> {});

            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void a_job_that_fails_is_told_with_the_servers_words_and_may_be_tried_again() throws Exception {
        BackendException told =
                failure(server.failing("generate_image returned no results").start());

        assertThat(told.next()).isEqualTo(Next.AGAIN);
        assertThat(told.detail()).contains("generate_image returned no results");
    }

    @Test
    void a_job_that_was_taken_and_not_named_is_drawn_by_nobody_else() throws Exception {
        server.start();
        for (MockResponse answer : List.of(
                FakeService.brokenMidway(), FakeService.status(202, "{\"id\":"), FakeService.status(202, "{}"))) {
            server.override(request -> request.getUrl().encodedPath().endsWith("/img_gen") ? answer : null);
            try (A1111Backend backend = Backends.of(server.address())) {
                BackendException told = catchThrowableOfType(
                        BackendException.class, () -> backend.generate(Requests.of("r1"), fraction -> {}));

                assertThat(told.next()).isEqualTo(Next.NOWHERE);
                assertThat(told.userText()).contains("may still be drawing");
            }
        }
    }

    @Test
    void a_job_that_fails_with_images_is_drawn_without_them_and_so_are_the_next() throws Exception {
        server.failing("IP-Adapter not loaded").onlyWithImages().start();
        try (A1111Backend backend = Backends.withIpAdapter(server.address())) {
            assertThat(notes(backend)).first().asString().isEqualTo("Not used: face mira: the server failed with it.");
            assertThat(server.taken()).hasSize(2);
            assertThat(server.taken().get(1).has("ip_adapter_image")).isFalse();

            assertThat(notes(backend)).first().asString().isEqualTo("Not used: face mira: the server failed with it.");
            assertThat(server.taken()).as("not tried again for a while").hasSize(3);
        }
    }

    @Test
    void a_job_that_fails_without_images_as_well_costs_nobody_theirs() throws Exception {
        server.failing("out of memory").start();
        try (A1111Backend backend = Backends.withIpAdapter(server.address())) {
            assertThatThrownBy(() -> notes(backend)).isInstanceOf(BackendException.class);

            assertThat(server.taken()).hasSize(2);
            assertThat(backend.profile().faces()).isEqualTo(1);
        }
    }

    private static List<String> notes(A1111Backend backend) throws Exception {
        return ((Generated) backend.generate(Requests.withReferences("r1"), fraction -> {})).notes();
    }

    @Test
    void a_full_queue_is_busy() throws Exception {
        BackendException told = failure(server.full().start());

        assertThat(told.userText()).contains("busy");
        assertThat(told.mayRetry()).isTrue();
    }

    private static BackendException failure(FakeSdCpp server) throws Exception {
        try (A1111Backend backend = Backends.of(server.address())) {
            return catchThrowableOfType(
                    BackendException.class, () -> backend.generate(Requests.of("r1"), fraction -> {}));
        }
    }

    private JsonNode sent(A1111Backend backend, GenerationRequest request) throws Exception {
        try (backend) {
            backend.generate(request, fraction -> {});
        }
        return server.taken().get(0);
    }

    private static ReferenceImage image(AvatarKind kind, String name, double weight) {
        return Requests.image(kind, name, weight, "");
    }
}
