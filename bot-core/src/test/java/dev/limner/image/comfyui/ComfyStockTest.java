package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told of model files that are not drawn with. */
class ComfyStockTest extends DrawnGraphs {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flux1-dev-kontext_fp8_scaled | clip_l ae | t5xxl in models/text_encoders",
                "flux1-dev | t5xxl_fp16 | clip_l in models/text_encoders and ae in models/vae",
                "flux2_dev_fp8mixed | mistral_3_small_flux2_bf16 | flux2-vae in models/vae",
                "flux-2-klein-4b-fp8 | flux2-vae | qwen_3_4b in models/text_encoders",
                "flux-2-klein-9b-fp8 | qwen_3_4b flux2-vae | qwen_3_8b in models/text_encoders",
                "qwen_image_edit_2509 | ae | qwen_2.5_vl_7b in models/text_encoders and qwen_image_vae in models/vae",
            })
    void a_model_that_lacks_files_beside_it_is_named_with_those_and_no_others(
            String model, String beside, String lacking) throws Exception {
        List<String> files = List.of(beside.split(" "));
        FakeNodes nodes = FakeComfy.sdxl().files("diffusion_models", model + ".safetensors");
        files.forEach(
                file -> nodes.files("text_encoders", file + ".safetensors").files("vae", file + ".safetensors"));
        server = new FakeComfy(nodes);

        assertThat(told()).contains("cannot be used: " + model + ".safetensors needs " + lacking);
    }

    @Test
    void models_that_no_built_in_graph_draws_with_are_named_once_with_the_way_to_use_them() throws Exception {
        server = new FakeComfy(
                FakeComfy.sdxl().files("diffusion_models", "z_image_turbo.safetensors", "wan2.1_t2v_14B.safetensors"));

        assertThat(told())
                .contains("no built-in graph for: z_image_turbo.safetensors, wan2.1_t2v_14B.safetensors;"
                        + " COMFYUI_WORKFLOW takes a workflow of your own");
    }

    @Test
    void of_many_such_models_the_first_are_named() throws Exception {
        FakeNodes nodes = FakeComfy.sdxl();
        for (int i = 1; i <= 20; i++) {
            nodes.files("diffusion_models", "wan" + i + ".safetensors");
        }
        server = new FakeComfy(nodes);

        assertThat(told())
                .filteredOn(line -> line.startsWith("no built-in graph for: "))
                .singleElement()
                .asString()
                .contains("wan1.safetensors", "and 12 more")
                .doesNotContain("wan20.");
    }

    private List<String> told() throws Exception {
        try (ComfyBackend backend = ComfyBackend.of(settings(FaceAdapter.PLUS), new OkHttpClient())) {
            return backend.diagnose().findings();
        }
    }
}
