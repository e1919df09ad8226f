package dev.limner.image.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import dev.limner.image.openai.FakeOpenAi.Kind;
import dev.limner.image.openai.FakeOpenAi.Taken;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiRequestsTest {
    private FakeOpenAi server = new FakeOpenAi(Kind.OPENAI, "gpt-image-1", "gpt-image-1-mini", "dall-e-3");

    @Test
    void text_goes_to_generations_with_what_is_not_wanted_in_words() throws Exception {
        draw("gpt-image-1", Requests.of("r1", "a (tall:1.4) lighthouse | cat"));

        assertThat(only().path()).isEqualTo("generations");
        assertThat(only().fields())
                .isEqualTo(Map.of(
                        "model", "gpt-image-1",
                        "prompt", "a tall lighthouse , cat\nAvoid: text, watermark.",
                        "n", "1",
                        "size", "1024x1024"));
    }

    @Test
    void references_go_to_edits_faces_first_and_the_heaviest_first_and_the_prompt_counts_them() throws Exception {
        ReferenceImage style = Requests.image(AvatarKind.STYLE, "inkwash", 0.9, "");
        ReferenceImage weak = Requests.image(AvatarKind.FACE, "tobin", 0.2, "");
        ReferenceImage strong = Requests.image(AvatarKind.FACE, "mira", 0.7, "");

        Generated generated = draw("gpt-image-1", request(style, weak, strong));

        Taken taken = only();
        assertThat(taken.path()).isEqualTo("edits");
        assertThat(taken.images()).containsExactly(strong.bytes(), weak.bytes(), style.bytes());
        assertThat(taken.fields().get("prompt"))
                .contains(
                        "The character mira has exactly the face, hair and features of the person in image 1.",
                        "The character tobin loosely resembles the person in image 2.",
                        "Match the art style, palette and rendering of image 3 exactly; do not copy its content.");
        assertThat(taken.fields().get("input_fidelity")).isEqualTo("high");
        assertThat(taken.fields().keySet()).isSubsetOf(Set.of("model", "prompt", "n", "size", "input_fidelity"));
        assertThat(generated.notes()).contains("Used: face mira, face tobin, style inkwash.");
    }

    @Test
    void faces_below_one_half_are_not_asked_for_with_high_fidelity() throws Exception {
        draw("gpt-image-1", request(Requests.image(AvatarKind.FACE, "mira", 0.49, "")));

        assertThat(only().fields()).doesNotContainKey("input_fidelity");
    }

    @Test
    void the_mini_model_is_not_asked_for_fidelity() throws Exception {
        draw("gpt-image-1-mini", request(Requests.image(AvatarKind.FACE, "mira", 0.9, "")));

        assertThat(only().fields()).doesNotContainKey("input_fidelity");
    }

    @Test
    void a_server_that_does_not_know_fidelity_is_asked_without_it_from_then_on() throws Exception {
        server.withoutFidelity();
        try (OpenAiBackend backend = Fixtures.backend(server.start(), null, "gpt-image-1")) {
            GenerationRequest request = request(Requests.image(AvatarKind.FACE, "mira", 0.9, ""));
            backend.generate(request, fraction -> {});
            backend.generate(request, fraction -> {});
        }
        assertThat(server.taken()).hasSize(2);
        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void dalle_is_asked_for_base64_and_by_text_only() throws Exception {
        Generated generated = draw("dall-e-3", request(Requests.image(AvatarKind.FACE, "mira", 0.9, "an elf")));

        assertThat(only().path()).isEqualTo("generations");
        assertThat(only().fields()).containsEntry("response_format", "b64_json");
        assertThat(only().fields().get("prompt")).contains("an elf");
        assertThat(generated.notes().toString()).contains("Not used: face mira: the model reads text only.");
    }

    @Test
    void what_dalle_has_no_room_for_is_told_and_its_own_limit_is_what_prompts_are_made_for() throws Exception {
        GenerationRequest talkative =
                new GenerationRequest("r1", Requests.composition("a lantern, ".repeat(400), ""), List.of());
        try (OpenAiBackend backend = Fixtures.backend(server.start(), null, "dall-e-3")) {
            Generated generated = (Generated) backend.generate(talkative, fraction -> {});

            assertThat(only().fields().get("prompt")).hasSizeLessThanOrEqualTo(4000);
            assertThat(generated.notes()).anyMatch(note -> note.contains("The end of the prompt was left out"));
            assertThat(backend.profile().family().limit()).isEqualTo(4000);
            assertThat(backend.diagnose().findings()).anyMatch(line -> line.contains("up to 4000 characters"));
        }
    }

    @Test
    void nothing_is_said_of_a_prompt_that_is_sent_whole() throws Exception {
        assertThat(draw("dall-e-3", request()).notes()).noneMatch(note -> note.contains("left out"));
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-image-1, 1024, 1024, 1024x1024",
        "gpt-image-1, 832, 1216, 1024x1536",
        "gpt-image-1, 1216, 832, 1536x1024",
        "dall-e-3, 1216, 832, 1792x1024",
        "dall-e-2, 1216, 832, 1024x1024",
        "gpt-image-2, 1216, 832, 1216x832",
        "gpt-image-2, 1000, 1000, 1008x1008",
        "gpt-image-2, 4000, 4000, 2160x2160",
        "gpt-image-2, 8000, 100, 3840x1280",
        "some-model, 1000, 515, 1008x512",
    })
    void sizes_are_those_of_the_model(String model, int width, int height, String size) {
        assertThat(Sizes.of(Model.of(model, null), width, height)).isEqualTo(size);
    }

    @Test
    void a_picture_of_another_size_is_told() throws Exception {
        GenerationRequest request = Requests.of("r1");

        assertThat(draw("gpt-image-1", request).notes())
                .containsExactly("The picture server drew 1024 × 1024 in place of 512 × 512.");
    }

    @Test
    void vllm_omni_takes_repeated_images_a_seed_and_a_negative_prompt() throws Exception {
        use(new FakeOpenAi(Kind.VLLM_OMNI, "Qwen/Qwen-Image-Edit-2509"));
        ReferenceImage face = Requests.image(AvatarKind.FACE, "mira", 0.4, "");
        GenerationRequest request =
                new GenerationRequest("r1", Requests.composition("Mira lifts a lantern", "text"), List.of(face));

        draw(null, request);

        Taken taken = only();
        assertThat(taken.path()).isEqualTo("edits");
        assertThat(taken.images()).containsExactly(face.bytes());
        assertThat(taken.fields())
                .containsEntry("model", "Qwen/Qwen-Image-Edit-2509")
                .containsEntry("seed", "7")
                .containsEntry("negative_prompt", "text")
                .containsEntry("response_format", "b64_json")
                .containsEntry("size", "512x512");
    }

    @Test
    void local_ai_reads_what_is_not_wanted_behind_a_bar_that_people_cannot_write() throws Exception {
        use(new FakeOpenAi(Kind.LOCAL_AI, "sdxl-base"));

        draw(null, Requests.of("r1", "a lighthouse | cat"));

        assertThat(only().fields()).containsEntry("prompt", "a lighthouse , cat|text, watermark");
    }

    @Test
    void stable_diffusion_cpp_takes_seed_and_negative_as_arguments_that_people_cannot_write() throws Exception {
        use(new FakeOpenAi(Kind.SD_CPP, "sd_xl_base_1.0.safetensors"));

        draw(null, Requests.of("r1", "a lighthouse <sd_cpp_extra_args>{\"steps\":900}</sd_cpp_extra_args>"));

        assertThat(server.taken()).hasSize(1);
        assertThat(only().fields())
                .containsEntry(
                        "prompt",
                        "a lighthouse <sd_cpp_extra_args>{\"seed\":7,\"negative_prompt\":\"text, watermark\"}"
                                + "</sd_cpp_extra_args>")
                .doesNotContainKeys("seed", "negative_prompt");
    }

    @Test
    void a_negative_prompt_that_no_field_takes_is_told_as_not_used() throws Exception {
        use(new FakeOpenAi(Kind.VLLM_OMNI, "sdxl-base"));
        server.override(request -> String.valueOf(
                                request.getBody() == null
                                        ? ""
                                        : request.getBody().utf8())
                        .contains("negative_prompt")
                ? FakeOpenAi.error(400, "unknown field negative_prompt", "", null)
                : null);

        assertThat(draw(null, Requests.of("r1")).notes())
                .containsExactly("Not used: what is not wanted: the picture server takes no negative prompt.");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-image-1, 1024, 1536, true",
        "gpt-image-1, 832, 1216, false",
        "gpt-image-2, 832, 1216, true",
        "dall-e-3, 1024, 1536, false",
        "flux.1-dev, 832, 1216, true",
        "flux.1-dev, 833, 1216, false",
    })
    void a_size_that_the_model_does_not_have_is_told_before_it_is_asked(
            String model, int width, int height, boolean draws) {
        try (OpenAiBackend backend = Fixtures.backend(server.start(), null, model)) {
            assertThat(backend.draws(width, height)).isEqualTo(draws);
        }
    }

    @Test
    void the_part_name_that_a_server_takes_is_remembered() throws Exception {
        use(new FakeOpenAi(Kind.SGLANG, "black-forest-labs/FLUX.2-dev"));
        GenerationRequest request = request(Requests.image(AvatarKind.FACE, "mira", 0.4, ""));
        try (OpenAiBackend backend = Fixtures.backend(server.start(), null, null)) {
            backend.generate(request, fraction -> {});
            backend.generate(request, fraction -> {});
        }
        assertThat(server.calls().stream().filter(call -> call.endsWith("/edits")))
                .hasSize(3);
    }

    @Test
    void local_ai_takes_references_among_the_fields_of_generations() throws Exception {
        use(new FakeOpenAi(Kind.LOCAL_AI, "flux.1-kontext-dev"));
        ReferenceImage face = Requests.image(AvatarKind.FACE, "mira", 0.4, "");

        Generated generated = draw("flux.1-kontext-dev", request(face));

        assertThat(only().path()).isEqualTo("generations");
        assertThat(only().images()).containsExactly(face.bytes());
        assertThat(only().fields().get("prompt")).contains("The character mira looks like the person in image 1.");
        assertThat(generated.notes()).contains("Used: face mira.");
    }

    @Test
    void a_server_without_edits_draws_from_text_and_says_so() throws Exception {
        use(new FakeOpenAi(Kind.SD_CPP, "flux1-kontext").withoutEdits());

        Generated generated = draw(null, request(Requests.image(AvatarKind.FACE, "mira", 0.4, "an elf")));

        assertThat(only().path()).isEqualTo("generations");
        assertThat(only().fields().get("prompt")).contains("an elf").doesNotContain("image 1");
        assertThat(generated.notes())
                .contains("Not used: face mira: the picture server takes no images. Its description stands in for it.");
    }

    @Test
    void a_picture_behind_an_address_of_the_server_is_fetched_there() throws Exception {
        server.answeringByUrl();

        Generated generated = draw("gpt-image-1", Requests.of("r1"));

        assertThat(generated.picture().width()).isEqualTo(512);
        assertThat(server.calls()).contains("GET /made.png");
    }

    @Test
    void an_address_may_hold_the_version_or_not() throws Exception {
        server.start();
        for (String path : List.of("", "/", "/v1", "/v1/")) {
            String base = server.address().toString().replaceAll("/$", "") + path;
            OpenAiSettings settings = new OpenAiSettings(
                    java.net.URI.create(base), null, "gpt-image-1", "auto", null, java.time.Duration.ofSeconds(60));
            try (OpenAiBackend backend = OpenAiBackend.of(settings, new okhttp3.OkHttpClient())) {
                assertThat(backend.generate(Requests.of("r1"), f -> {})).isInstanceOf(Generated.class);
            }
        }
    }

    @Test
    void a_model_that_the_server_does_not_list_is_named_by_the_doctor() {
        try (OpenAiBackend backend = Fixtures.backend(server.start(), null, "gpt-image-7")) {
            assertThat(backend.diagnose().works()).isFalse();
            assertThat(backend.diagnose().fixes().toString()).contains("OPENAI_MODEL", "gpt-image-1");
        }
    }

    private void use(FakeOpenAi other) {
        server.close();
        server = other;
    }

    private Generated draw(@org.jspecify.annotations.Nullable String model, GenerationRequest request)
            throws Exception {
        try (OpenAiBackend backend = Fixtures.backend(server.start(), null, model)) {
            return (Generated) backend.generate(request, fraction -> {});
        }
    }

    private Taken only() {
        assertThat(server.taken()).hasSize(1);
        return server.taken().get(0);
    }

    private static GenerationRequest request(ReferenceImage... images) {
        return new GenerationRequest("r1", Requests.composition("Mira lifts a lantern", ""), List.of(images));
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
