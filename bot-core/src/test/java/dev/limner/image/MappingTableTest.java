package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where a face and a style of weight 0.4 go, server by server and model by model: which field carries each, which number
 * or words its weight becomes, and how many references are taken together.
 */
class MappingTableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comfyui sdxl | 16 | IPAdapterAdvanced .*weight=0.4 weight_type=linear.* | IPAdapterAdvanced .*weight=0.6 weight_type=style transfer.*",
                "comfyui flux1-dev | 4 | ApplyPulidFlux .*weight=0.64 .* | StyleModelApply .*strength=0.4 .*",
                "comfyui xlabs | 1 | ApplyFluxIPAdapter .*ip_scale=0.4 .* | .*",
                "comfyui instantx | 3 | ApplyIPAdapterFlux .*weight=0.4 .* | ApplyIPAdapterFlux .*weight=0.4 .*",
                "comfyui kontext | 3 | CLIPTextEncode .*person in image 1\\..* | CLIPTextEncode .*style of image 2\\..*",
                "comfyui flux2-dev | 6 | CLIPTextEncode .*person in image 1\\..* | CLIPTextEncode .*style of image 2\\..*",
                "comfyui flux2-klein | 4 | CLIPTextEncode .*person in image 1\\..* | CLIPTextEncode .*style of image 2\\..*",
                "comfyui qwen | 3 | TextEncodeQwenImageEditPlus .*person in image 1\\..* | TextEncodeQwenImageEditPlus .*style of image 2\\..*",
                "a1111 | 3 | /alwayson_scripts/controlnet/args/0/weight=0.4 | /alwayson_scripts/controlnet/args/1/advanced_weighting/6=0.6",
                "reforge | 3 | /alwayson_scripts/controlnet/args/0/weight=0.4 | /alwayson_scripts/controlnet/args/1/advanced_weighting/6=0.6",
                "forge | 3 | /alwayson_scripts/controlnet/args/0/weight=0.4 | /alwayson_scripts/controlnet/args/1/weight=0.24",
                "forge_neo kontext | 3 | /alwayson_scripts/ImageStitch Integrated/args/1/0=<mira> | /alwayson_scripts/ImageStitch Integrated/args/1/1=<inkwash>",
                "sd_next | 4 | /ip_adapter/0/scale=0.4 | /ip_adapter/1/scale=0.4",
                "sd_cpp kontext | 3 | /extra_images/0=<mira> | /extra_images/1=<inkwash>",
                "sd_cpp_jobs kontext | 3 | /ref_images/0=<mira> | /ref_images/1=<inkwash>",
                "sd_cpp_jobs sdxl | 1 | /ip_adapter_image=<mira> | /ip_adapter_strength=0.4",
                "kobold_cpp kontext | 3 | /extra_images/0=<mira> | /extra_images/1=<inkwash>",
                "openai gpt-image-1 | 16 | /image\\[\\]/0=<mira> | /image\\[\\]/1=<inkwash>",
                "openai localai | 6 | /ref_images/0=<mira> | /ref_images/1=<inkwash>",
                "openai sglang | 6 | /image(\\[\\])?/0=<mira> | /image(\\[\\])?/1=<inkwash>",
                "openai vllm | 3 | /image(\\[\\])?/0=<mira> | /image(\\[\\])?/1=<inkwash>",
                "bfl flux-2-pro | 8 | /input_image=<mira> | /input_image_2=<inkwash>",
                "bfl flux-2-klein-4b | 4 | /input_image=<mira> | /input_image_2=<inkwash>",
                "bfl flux-kontext-pro | 4 | /input_image=<mira> | /input_image_2=<inkwash>",
                "gemini | 3 | /contents/0/parts/1/inline_data/data=<mira> | /contents/0/parts/2/inline_data/data=<inkwash>",
                "blockentropy | 8 | /user=face:0.40,style:0.40 | /image/1=<inkwash>",
            })
    void a_face_and_a_style_reach_the_model(String name, int together, String face, String style) throws Exception {
        SentRequests sent = new SentRequests();
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(sent)) {
            backend.generate(Requests.withReferences("r1"), fraction -> {});

            assertThat(lines(sent.drawing()))
                    .anyMatch(line -> line.matches(face))
                    .anyMatch(line -> line.matches(style));
            assertThat(backend.profile().references().together().most()).isEqualTo(together);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "forge_neo kontext",
        "sd_cpp kontext",
        "sd_cpp_jobs kontext",
        "kobold_cpp kontext",
        "openai gpt-image-1",
        "openai localai",
        "openai sglang",
        "openai vllm",
        "bfl flux-2-pro",
        "bfl flux-kontext-pro",
        "gemini"
    })
    void where_there_is_no_field_for_a_weight_the_prompt_says_it_in_words(String name) throws Exception {
        SentRequests sent = new SentRequests();
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(sent)) {
            backend.generate(Requests.withReferences("r1"), fraction -> {});

            assertThat(String.join("\n", SentRequests.texts(sent.drawing())))
                    .contains("Mira looks like the person in image 1.", "Use the art style of image 2.");
        }
    }

    @ParameterizedTest
    @CsvSource({"aihorde", "sd_cpp", "kobold_cpp"})
    void what_takes_no_images_is_sent_none(String name) throws Exception {
        SentRequests sent = new SentRequests();
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(sent)) {
            backend.generate(Requests.withReferences("r1"), fraction -> {});

            assertThat(lines(sent.drawing())).noneMatch(line -> line.endsWith("<mira>") || line.endsWith("<inkwash>"));
            assertThat(backend.profile().references().together().most()).isZero();
        }
    }

    /** A line for each node of a graph, otherwise for each value; references by their names. */
    private static List<String> lines(JsonNode drawing) throws Exception {
        List<String> lines = new ArrayList<>();
        if (drawing.path("prompt").isObject()) {
            drawing.path("prompt").forEach(node -> {
                StringBuilder line = new StringBuilder(node.path("class_type").asText() + " ");
                node.path("inputs")
                        .properties()
                        .forEach(input -> line.append(input.getKey())
                                .append('=')
                                .append(input.getValue().asText())
                                .append(' '));
                lines.add(line.toString().replace('\n', ' '));
            });
        } else {
            collect("", drawing, lines);
        }
        return lines;
    }

    private static void collect(String path, JsonNode node, List<String> lines) throws Exception {
        if (node.isObject()) {
            for (var field : node.properties()) {
                collect(path + "/" + field.getKey(), field.getValue(), lines);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), lines);
            }
        } else {
            lines.add(path + "=" + shown(node));
        }
    }

    private static String shown(JsonNode node) {
        String text = node.asText();
        for (ReferenceImage image : Requests.withReferences("r1").references()) {
            if (text.equals(Base64.getEncoder().encodeToString(image.bytes()))) {
                return "<" + image.reference().name() + ">";
            }
        }
        return text;
    }
}
