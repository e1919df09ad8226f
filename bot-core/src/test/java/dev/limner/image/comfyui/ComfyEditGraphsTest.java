package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.BackendProfile;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.image.Requests;
import dev.limner.prompt.ModelFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models that look at images beside the text, which speaks of them by number. */
class ComfyEditGraphsTest extends DrawnGraphs {
    @Test
    void kontext_refers_to_each_image_in_the_order_that_the_words_count() throws Exception {
        server = new FakeComfy(flux("flux1-dev-kontext_fp8_scaled.safetensors"));
        BackendProfile profile = profile();
        draw(settings(FaceAdapter.PLUS), INK, MIRA, TOBIN);

        assertThat(profile.family()).isEqualTo(ModelFamily.FLUX1_KONTEXT);
        assertThat(profile.references().strength()).isEqualTo(Strength.WORDS);
        assertThat(profile.references().together().most()).isEqualTo(3);
        assertThat(server.inGraph("LoadImage"))
                .extracting(i -> server.input(i.path("image").asText()))
                .containsExactly(bytes(TOBIN), bytes(MIRA), bytes(INK));
        assertThat(server.inGraph("FluxKontextImageScale")).hasSize(3);
        assertThat(server.inGraph("VAEEncode")).hasSize(3);
        assertThat(server.inGraph("ReferenceLatent")).hasSize(3);
        assertThat(server.inGraph("FluxGuidance").get(0).path("guidance").asDouble())
                .isEqualTo(2.5);
        assertThat(type(server.inGraph("FluxGuidance").get(0).path("conditioning")))
                .isEqualTo("ReferenceLatent");
        assertThat(server.inGraph("CLIPTextEncode").get(0).path("text").asText())
                .contains("tobin looks like the person in image 1.")
                .contains("mira looks like the person in image 2.")
                .contains("Use the art style of image 3.");
    }

    @Test
    void flux2_dev_scales_each_image_to_a_megapixel() throws Exception {
        server = new FakeComfy(new FakeNodes()
                .files("diffusion_models", "flux2_dev_fp8mixed.safetensors")
                .files("text_encoders", "mistral_3_small_flux2_bf16.safetensors")
                .files("vae", "flux2-vae.safetensors"));
        draw(settings(FaceAdapter.PLUS), MIRA, INK);

        assertThat(fields(server.inGraph("CLIPLoader").get(0))).contains(entry("type", "flux2"));
        assertThat(fields(server.inGraph("ImageScaleToTotalPixels").get(0)))
                .contains(entry("upscale_method", "lanczos"), entry("megapixels", "1.0"))
                .doesNotContainKey("resolution_steps");
        assertThat(server.inGraph("FluxGuidance").get(0).path("guidance").asDouble())
                .isEqualTo(4);
        assertThat(type(server.inGraph("BasicGuider").get(0).path("conditioning")))
                .isEqualTo("ReferenceLatent");
        assertThat(fields(server.inGraph("Flux2Scheduler").get(0))).contains(entry("steps", "20"));
        assertThat(server.inGraph("EmptyFlux2LatentImage")).hasSize(1);
    }

    @Test
    void flux2_klein_refers_to_the_images_in_its_negative_too() throws Exception {
        server = new FakeComfy(new FakeNodes()
                .scaleWithSteps()
                .files("diffusion_models", "flux-2-klein-4b-fp8.safetensors")
                .files("text_encoders", "qwen_3_8b_fp8mixed.safetensors", "qwen_3_4b.safetensors")
                .files("vae", "flux2-vae.safetensors"));
        draw(settings(FaceAdapter.PLUS), MIRA, INK);

        assertThat(fields(server.inGraph("CLIPLoader").get(0))).contains(entry("clip_name", "qwen_3_4b.safetensors"));
        assertThat(server.inGraph("ReferenceLatent")).hasSize(4);
        assertThat(server.inGraph("VAEEncode")).as("each image once").hasSize(2);
        assertThat(fields(server.inGraph("CFGGuider").get(0))).contains(entry("cfg", "1.0"));
        assertThat(fields(server.inGraph("ImageScaleToTotalPixels").get(0))).contains(entry("resolution_steps", "1"));
        assertThat(server.inGraph("FluxGuidance")).isEmpty();
    }

    @Test
    void qwen_image_edit_shows_its_text_encoder_up_to_three_images() throws Exception {
        server = new FakeComfy(new FakeNodes()
                .files("diffusion_models", "qwen_image_edit_2509_fp8_e4m3fn.safetensors")
                .files("text_encoders", "qwen_2.5_vl_7b_fp8_scaled.safetensors")
                .files("vae", "qwen_image_vae.safetensors"));
        List<String> notes =
                draw(settings(FaceAdapter.PLUS), MIRA, TOBIN, INK, Requests.image(AvatarKind.STYLE, "oil", 0.1, ""));

        List<JsonNode> encoders = server.inGraph("TextEncodeQwenImageEditPlus");
        assertThat(encoders).hasSize(2);
        assertThat(encoders).allSatisfy(e -> assertThat(fields(e)).containsKeys("image1", "image2", "image3", "vae"));
        assertThat(encoders.get(1).path("prompt").asText()).isEqualTo("text, watermark");
        assertThat(server.inGraph("ModelSamplingAuraFlow").get(0).path("shift").asDouble())
                .isEqualTo(3);
        assertThat(notes).contains("Not used: style oil: Qwen-Image-Edit takes 3 images.");
    }
}
