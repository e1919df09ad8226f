package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Network;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Each graph is looked at field by field; that it hangs together the fake server has checked before it drew. */
class ComfyGraphsTest extends DrawnGraphs {
    @Test
    void sdxl_chains_each_face_and_style_with_its_own_weight() throws Exception {
        List<String> notes = draw(settings(FaceAdapter.PLUS), MIRA, INK, TOBIN);

        List<JsonNode> loaders = server.inGraph("IPAdapterUnifiedLoader");
        assertThat(loaders)
                .extracting(l -> l.path("preset").asText())
                .containsExactly("PLUS FACE (portraits)", "PLUS (high strength)");
        List<JsonNode> applied = server.inGraph("IPAdapterAdvanced");
        assertThat(applied).extracting(a -> a.path("weight").asDouble()).containsExactly(0.5, 0.3, 0.6);
        assertThat(applied)
                .extracting(a -> a.path("weight_type").asText())
                .containsExactly("linear", "linear", "style transfer");
        assertThat(fields(applied.get(0)))
                .contains(
                        entry("combine_embeds", "concat"),
                        entry("start_at", "0.0"),
                        entry("end_at", "1.0"),
                        entry("embeds_scaling", "V only"));
        assertThat(loaders.get(1).path("ipadapter"))
                .as("the image encoder is shared")
                .isNotEmpty();
        assertThat(type(server.inGraph("KSampler").get(0).path("model"))).isEqualTo("IPAdapterAdvanced");
        assertThat(notes).containsExactly("Used: face tobin, face mira, style ink.");
    }

    @Test
    void of_a_face_the_upper_square_is_seen_and_of_a_style_the_middle() throws Exception {
        draw(settings(FaceAdapter.PLUS), MIRA, INK);

        JsonNode crop = server.inGraph("PrepImageForClipVision").get(0);
        assertThat(fields(crop)).contains(entry("crop_position", "top"), entry("interpolation", "LANCZOS"));
        List<JsonNode> applied = server.inGraph("IPAdapterAdvanced");
        assertThat(type(applied.get(0).path("image"))).isEqualTo("PrepImageForClipVision");
        assertThat(type(applied.get(1).path("image"))).isEqualTo("LoadImage");
    }

    @Test
    void insightface_looks_at_the_whole_picture() throws Exception {
        draw(settings(FaceAdapter.FACEID), MIRA);

        assertThat(type(server.inGraph("IPAdapterFaceID").get(0).path("image"))).isEqualTo("LoadImage");
    }

    @Test
    void without_the_node_that_crops_a_face_goes_as_it_is() throws Exception {
        server.nodes().without("PrepImageForClipVision");
        draw(settings(FaceAdapter.PLUS), MIRA);

        assertThat(type(server.inGraph("IPAdapterAdvanced").get(0).path("image")))
                .isEqualTo("LoadImage");
    }

    @Test
    void a_company_of_six_is_drawn_with_all_its_faces_and_a_style() throws Exception {
        List<ReferenceImage> company = new ArrayList<>(List.of(INK));
        for (int i = 1; i <= 6; i++) {
            company.add(Requests.image(AvatarKind.FACE, "face" + i, i / 10.0, ""));
        }
        List<String> notes = draw(settings(FaceAdapter.PLUS), company.toArray(ReferenceImage[]::new));

        assertThat(server.inGraph("IPAdapterAdvanced"))
                .extracting(apply -> apply.path("weight").asDouble())
                .containsExactly(0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.6);
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith("Used: face face6")
                .endsWith("style ink.");
    }

    @Test
    void beyond_sixteen_the_lightest_are_left_out_and_named() throws Exception {
        ReferenceImage[] crowd = IntStream.rangeClosed(1, 17)
                .mapToObj(i -> Requests.image(AvatarKind.FACE, "face" + i, i / 20.0, ""))
                .toArray(ReferenceImage[]::new);
        List<String> notes = draw(settings(FaceAdapter.PLUS), crowd);

        assertThat(server.inGraph("IPAdapterAdvanced")).hasSize(16);
        assertThat(notes.get(1)).isEqualTo("Not used: face face1: this graph takes 16 references.");
    }

    @Test
    void sdxl_without_references_has_no_adapter_in_its_graph() throws Exception {
        draw(settings(FaceAdapter.PLUS));

        assertThat(server.inGraph("IPAdapterUnifiedLoader")).isEmpty();
        JsonNode sampler = server.inGraph("KSampler").get(0);
        assertThat(fields(sampler))
                .contains(
                        entry("seed", "7"),
                        entry("steps", "28"),
                        entry("cfg", "6.0"),
                        entry("sampler_name", "dpmpp_2m"),
                        entry("scheduler", "karras"),
                        entry("denoise", "1.0"));
        assertThat(server.inGraph("CLIPTextEncode"))
                .extracting(t -> t.path("text").asText())
                .containsExactly("a lighthouse at dusk, storm clouds, oil painting", "text, watermark");
        assertThat(fields(server.inGraph("EmptyLatentImage").get(0)))
                .contains(entry("width", "512"), entry("height", "512"), entry("batch_size", "1"));
    }

    @Test
    void face_id_is_used_where_the_operator_says_that_insightface_is_there() throws Exception {
        draw(settings(FaceAdapter.FACEID), MIRA, INK);

        assertThat(fields(server.inGraph("IPAdapterUnifiedLoaderFaceID").get(0)))
                .contains(entry("preset", "FACEID PLUS V2"), entry("lora_strength", "0.6"), entry("provider", "CPU"));
        assertThat(fields(server.inGraph("IPAdapterFaceID").get(0)))
                .contains(entry("weight", "0.58"), entry("weight_faceidv2", "1.0"), entry("weight_type", "linear"));
        assertThat(server.inGraph("IPAdapterAdvanced")).hasSize(1);
    }

    @Test
    void without_the_nodes_sdxl_reads_text_only_and_descriptions_stand_in() throws Exception {
        server = new FakeComfy(new FakeNodes().files("checkpoints", "sd_xl_base_1.0.safetensors"));
        List<String> notes =
                draw(settings(FaceAdapter.PLUS), Requests.image(AvatarKind.FACE, "mira", 0.3, "cropped silver hair"));

        assertThat(server.inGraph("CLIPTextEncode").get(0).path("text").asText())
                .endsWith("oil painting, cropped silver hair");
        assertThat(notes)
                .containsExactly("Not used: face mira: the ComfyUI server lacks the custom nodes IPAdapter_plus."
                        + " Its description stands in for it.");
    }

    @Test
    void sd15_is_drawn_with_its_own_settings() throws Exception {
        server = new FakeComfy(new FakeNodes().withAdapters().files("checkpoints", "v1-5-pruned.safetensors"));
        draw(settings(FaceAdapter.PLUS), MIRA);

        assertThat(fields(server.inGraph("KSampler").get(0))).contains(entry("steps", "25"), entry("cfg", "7.0"));
        assertThat(server.inGraph("IPAdapterAdvanced").get(0).path("weight").asDouble())
                .isEqualTo(0.3);
    }

    @Test
    void flux_schnell_is_loaded_from_its_parts_and_takes_no_references() throws Exception {
        server = new FakeComfy(flux("flux1-schnell.safetensors"));
        draw(settings(FaceAdapter.PLUS), MIRA);

        assertThat(fields(server.inGraph("UNETLoader").get(0)))
                .contains(entry("unet_name", "flux1-schnell.safetensors"), entry("weight_dtype", "default"));
        assertThat(fields(server.inGraph("DualCLIPLoader").get(0)))
                .contains(
                        entry("clip_name1", "clip_l.safetensors"),
                        entry("clip_name2", "t5xxl_fp8_e4m3fn.safetensors"),
                        entry("type", "flux"));
        assertThat(fields(server.inGraph("KSampler").get(0)))
                .contains(
                        entry("steps", "4"),
                        entry("cfg", "1.0"),
                        entry("sampler_name", "euler"),
                        entry("scheduler", "simple"));
        assertThat(server.inGraph("FluxGuidance")).isEmpty();
        assertThat(server.inGraph("EmptySD3LatentImage")).hasSize(1);
        assertThat(server.inGraph("LoadImage")).isEmpty();
    }

    @Test
    void flux_dev_is_guided() throws Exception {
        server = new FakeComfy(flux("flux1-dev.safetensors"));
        draw(settings(FaceAdapter.PLUS));

        assertThat(server.inGraph("FluxGuidance").get(0).path("guidance").asDouble())
                .isEqualTo(3.5);
        assertThat(server.inGraph("KSampler").get(0).path("steps").asInt()).isEqualTo(20);
    }

    @Test
    void sd3_takes_its_text_encoders_from_the_checkpoint_or_from_three_files() throws Exception {
        server = new FakeComfy(new FakeNodes()
                .files("checkpoints", "sd3.5_large.safetensors")
                .files("text_encoders", "clip_g.safetensors", "clip_l.safetensors", "t5xxl_fp16.safetensors"));
        draw(settings(FaceAdapter.PLUS));

        assertThat(fields(server.inGraph("TripleCLIPLoader").get(0)))
                .contains(
                        entry("clip_name1", "clip_g.safetensors"),
                        entry("clip_name2", "clip_l.safetensors"),
                        entry("clip_name3", "t5xxl_fp16.safetensors"));
        assertThat(fields(server.inGraph("KSampler").get(0)))
                .contains(entry("cfg", "4.5"), entry("scheduler", "sgm_uniform"));
    }

    @Test
    void loras_stand_behind_the_loader_and_embeddings_in_the_prompt_as_far_as_the_server_has_them() throws Exception {
        server.nodes().files("loras", "style/InkPen_v2.safetensors");
        server.embeddings("verybadimagenegative");
        server.start();
        GenerationRequest plain = Requests.of("r1");
        GenerationRequest request = new GenerationRequest(
                "r1",
                plain.composition(),
                List.of(),
                List.of(
                        new Network(Network.Kind.LORA, new AvatarName("inkpen"), "inkpen_v2", 0.7),
                        new Network(Network.Kind.LORA, new AvatarName("oil"), "oil", 0.7),
                        new Network(Network.Kind.EMBEDDING, new AvatarName("vbi"), "VeryBadImageNegative", 0.8)));
        List<String> notes = notes(settings(FaceAdapter.PLUS), request);

        assertThat(fields(server.inGraph("LoraLoader").get(0)))
                .contains(
                        entry("lora_name", "style/InkPen_v2.safetensors"),
                        entry("strength_model", "0.7"),
                        entry("strength_clip", "0.7"));
        assertThat(type(server.inGraph("KSampler").get(0).path("model"))).isEqualTo("LoraLoader");
        assertThat(server.inGraph("CLIPTextEncode").get(0).path("text").asText())
                .endsWith(", (embedding:verybadimagenegative:0.80)");
        assertThat(notes)
                .containsExactly(
                        "Used: LoRA inkpen.",
                        "Not used: LoRA oil: the picture server does not have it.",
                        "Used: embedding vbi.");
    }

    @Test
    void what_people_write_names_no_embedding_and_weighs_nothing_beyond_reason() throws Exception {
        server.start();
        notes(settings(FaceAdapter.PLUS), Requests.of("r1", "a cat, (embedding:secret:1.2), (hat:9)"));

        assertThat(server.inGraph("CLIPTextEncode").get(0).path("text").asText())
                .doesNotContain("embedding", "secret")
                .contains("(hat:1.9)");
    }

    @Test
    void the_model_that_takes_references_is_chosen_unless_another_is_named() throws Exception {
        server = new FakeComfy(flux("flux1-schnell.safetensors")
                .withAdapters()
                .files("checkpoints", "sd3.5_medium_incl_clips.safetensors", "animagineXL.safetensors"));
        server.start();

        assertThat(profile().model()).isEqualTo("animagineXL.safetensors");
        assertThat(profile(named("flux1-schnell")).family()).isEqualTo(ModelFamily.FLUX1_SCHNELL);
    }

    @Test
    void doctor_tells_when_the_nodes_for_faceid_are_not_there() throws Exception {
        server = new FakeComfy(FakeComfy.sdxl().without("IPAdapterFaceID"));

        try (ComfyBackend backend = ComfyBackend.of(settings(FaceAdapter.FACEID), new OkHttpClient())) {
            assertThat(backend.diagnose().findings())
                    .contains("graph: SDXL with IP-Adapter", "LoRAs: 0, embeddings: 0")
                    .anyMatch(line -> line.startsWith("for more: ") && line.contains("COMFYUI_FACES=faceid"));
        }
    }
}
