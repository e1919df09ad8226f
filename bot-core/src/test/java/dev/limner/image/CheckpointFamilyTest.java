package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.prompt.ModelFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointFamilyTest {

    @ParameterizedTest
    @CsvSource({
        "flux1-schnell-fp8.safetensors [abc], FLUX1_SCHNELL",
        "FLUX/flux1-dev-bnb-nf4-v2.safetensors, FLUX1_DEV",
        "flux1-kontext-dev, FLUX1_KONTEXT",
        "flux-2-klein-4b, FLUX2_KLEIN",
        "flux2-dev-Q4.gguf, FLUX2_DEV",
        "sd3.5_large, SD3",
        "stable-diffusion-3-medium, SD3",
        "qwen-image-edit-2509, QWEN_IMAGE",
        "v1-5-pruned-emaonly.safetensors [6ce0161689], SD15",
        "sd-v1-4.ckpt, SD15",
        "realisticVision_sd15, SD15",
        "sd_xl_base_1.0.safetensors [31e35c80fc], SDXL",
        "ponyDiffusionV6XL, SDXL",
        "waiIllustrious_v150, SDXL",
        "noobaiVpred, SDXL",
    })
    void names_tell_the_family_by_custom(String name, ModelFamily family) {
        assertThat(CheckpointFamily.of(name)).contains(family);
    }

    @Test
    void a_name_that_tells_nothing_is_not_guessed_at() {
        assertThat(CheckpointFamily.of("dreamshaper_8.safetensors [879db523c3]"))
                .isEmpty();
    }
}
