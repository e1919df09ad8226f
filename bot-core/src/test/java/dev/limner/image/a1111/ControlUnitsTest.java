package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A ControlNet unit for each reference, with the module that its model file wants. */
class ControlUnitsTest extends DrawnWithReferences {
    @Test
    void a1111_gets_a_unit_for_each_and_the_style_only_in_its_layer() throws Exception {
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models(STYLE_XL, "control_canny", FACE_XL);

        List<String> notes = draw(server, INK, MIRA);

        JsonNode units = units(server);
        assertThat(fields(units.get(0)))
                .contains(
                        entry("enabled", "true"),
                        entry("module", "ip-adapter_clip_sd15"),
                        entry("model", FACE_XL),
                        entry("weight", "0.4"),
                        entry("resize_mode", "Crop and Resize"),
                        entry("control_mode", "Balanced"),
                        entry("guidance_start", "0.0"),
                        entry("guidance_end", "1.0"),
                        entry("save_detected_map", "false"),
                        entry("image", Base64.getEncoder().encodeToString(MIRA.bytes())))
                .doesNotContainKey("advanced_weighting");
        assertThat(fields(units.get(1))).contains(entry("model", STYLE_XL), entry("weight", "0.75"));
        assertThat(numbers(units.get(1).path("advanced_weighting")))
                .containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.75, 0.0, 0.0, 0.0, 0.0);
        assertThat(notes).containsExactly("Used: face mira, style ink.");
    }

    @Test
    void sd15_styles_keep_to_the_layers_of_sd15() throws Exception {
        FakeA1111 server = server(FakeKind.A1111).models("v1-5-pruned-emaonly.safetensors [6ce0161689]");
        server.adapters().models("ip-adapter-plus_sd15 [c817b455]", FACE_XL, "ip-adapter-full-face_sd15 [1]");

        draw(server, INK, MIRA);

        assertThat(units(server).get(0).path("model").asText()).isEqualTo("ip-adapter-full-face_sd15 [1]");
        assertThat(numbers(units(server).get(1).path("advanced_weighting")))
                .containsExactly(
                        0.75, 0.75, 0.75, 0.75, 0.0, 0.0, 0.0, 0.0, 0.0, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75);
    }

    @Test
    void forge_has_no_layers_so_a_style_weighs_less_and_begins_later() throws Exception {
        FakeA1111 server = server(FakeKind.FORGE);
        server.adapters().models(STYLE_XL, FACE_XL);

        draw(server, INK, MIRA);

        assertThat(fields(units(server).get(0)))
                .contains(entry("module", "CLIP-ViT-H (IPAdapter)"), entry("weight", "0.4"));
        assertThat(fields(units(server).get(1)))
                .contains(entry("weight", "0.3"), entry("guidance_start", "0.2"))
                .doesNotContainKey("advanced_weighting");
    }

    @Test
    void reforge_has_the_names_of_forge_and_the_layers_of_a1111() throws Exception {
        FakeA1111 server = server(FakeKind.REFORGE);
        server.adapters().models(STYLE_XL, FACE_XL);

        draw(server, INK);

        assertThat(units(server).get(0).path("module").asText()).isEqualTo("CLIP-ViT-H (IPAdapter)");
        assertThat(units(server).get(0).path("advanced_weighting")).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({
        "ip-adapter_sdxl, ip-adapter_clip_sdxl, CLIP-ViT-bigG (IPAdapter)",
        "ip-adapter_sdxl_vit-h, ip-adapter_clip_sd15, CLIP-ViT-H (IPAdapter)",
        "ip-adapter-plus_sdxl_vit-h, ip-adapter_clip_sd15, CLIP-ViT-H (IPAdapter)",
    })
    void the_module_follows_from_the_model_file(String file, String atA1111, String atForge) throws Exception {
        Map<FakeKind, String> modules = new LinkedHashMap<>();
        for (FakeKind kind : List.of(FakeKind.A1111, FakeKind.FORGE)) {
            FakeA1111 server = server(kind);
            server.adapters().models(file + " [0]");
            draw(server, INK);
            modules.put(kind, units(server).get(0).path("module").asText());
        }
        assertThat(modules).containsExactly(entry(FakeKind.A1111, atA1111), entry(FakeKind.FORGE, atForge));
    }

    @Test
    void face_id_takes_its_lora_along_and_weighs_more() throws Exception {
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models("ip-adapter-faceid-plusv2_sdxl [187cb962]");
        server.adapters().loras("ip-adapter-faceid-plusv2_sdxl_lora");

        draw(server, MIRA);

        assertThat(fields(units(server).get(0)))
                .contains(entry("module", "ip-adapter_face_id_plus"), entry("weight", "0.64"));
        assertThat(prompt(server)).endsWith(" <lora:ip-adapter-faceid-plusv2_sdxl_lora:0.6>");
    }

    @Test
    void pulid_has_a_module_of_its_own_and_weighs_as_a_face_id_does() throws Exception {
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models("ip-adapter_pulid_sdxl_fp16 [d86d05ba]");

        draw(server, MIRA);

        assertThat(fields(units(server).get(0))).contains(entry("module", "ip-adapter_pulid"), entry("weight", "0.64"));
    }

    @Test
    void no_more_units_are_sent_than_the_server_works_on() throws Exception {
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models(STYLE_XL, FACE_XL);
        server.adapters().units(2);
        ReferenceImage tobin = Requests.image(AvatarKind.FACE, "tobin", 0.3, "");

        List<String> notes = draw(server, INK, tobin, MIRA);

        assertThat(units(server)).hasSize(2);
        assertThat(notes)
                .containsExactly(
                        "Used: face mira, face tobin.", "Not used: style ink: the server works on 2 ControlNet units.");
    }

    @ParameterizedTest
    @EnumSource(names = {"A1111", "FORGE", "REFORGE"})
    void flux_takes_no_units(FakeKind kind) throws Exception {
        FakeA1111 server = server(kind).models("flux1-dev-fp8.safetensors");
        server.adapters().models(STYLE_XL, FACE_XL);

        List<String> notes = draw(server, MIRA);

        assertThat(body(server).has("alwayson_scripts")).isFalse();
        assertThat(notes.get(0)).contains("SD 1.5 and SDXL only");
    }
}
