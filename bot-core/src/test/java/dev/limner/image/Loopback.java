package dev.limner.image;

import dev.limner.image.a1111.A1111Backend;
import dev.limner.image.a1111.A1111Settings;
import dev.limner.image.a1111.FakeA1111;
import dev.limner.image.a1111.FakeKind;
import dev.limner.image.a1111.FakeSdCpp;
import dev.limner.image.aihorde.FakeHorde;
import dev.limner.image.bfl.FakeBfl;
import dev.limner.image.blockentropy.FakeNode;
import dev.limner.image.comfyui.FakeComfy;
import dev.limner.image.comfyui.FakeNodes;
import dev.limner.image.comfyui.FluxNodes;
import dev.limner.image.gemini.FakeGemini;
import dev.limner.image.gemini.GeminiSettings;
import dev.limner.image.openai.FakeOpenAi;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A loopback server by what it is and what it has loaded, such as {@code forge} or {@code comfyui kontext}.
 *
 * @param kind of the backend that talks to it
 * @param model to be asked for; null for what it has
 */
record Loopback(
        String kind,
        URI address,
        @Nullable String key,
        @Nullable String model,
        AutoCloseable server) implements AutoCloseable {
    /** One of each protocol and dialect. */
    static final List<String> ALL = List.of(
            "a1111",
            "forge",
            "reforge",
            "forge_neo kontext",
            "sd_next",
            "sd_cpp kontext",
            "sd_cpp_jobs kontext",
            "sd_cpp_jobs sdxl",
            "kobold_cpp kontext",
            "comfyui sdxl",
            "comfyui kontext",
            "comfyui flux1-dev",
            "comfyui xlabs",
            "comfyui instantx",
            "comfyui flux2-dev",
            "comfyui flux2-klein",
            "comfyui qwen",
            "openai gpt-image-1",
            "openai localai",
            "openai sglang",
            "openai vllm",
            "blockentropy",
            "aihorde",
            "bfl flux-2-pro",
            "bfl flux-2-klein-4b",
            "bfl flux-kontext-pro",
            "gemini");

    /** What every server that takes LoRAs has. */
    static final String LORA = "InkPen_v2";

    static Loopback start(String name) throws IOException {
        String[] words = name.split(" ");
        String loaded = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "comfyui" -> comfyUi(loaded);
            case "openai" -> openAi(loaded);
            case "blockentropy" -> {
                FakeNode node = new FakeNode().start();
                yield new Loopback("blockentropy", node.address(), null, null, node);
            }
            case "aihorde" -> {
                FakeHorde horde = new FakeHorde().start();
                yield new Loopback("aihorde", horde.address(), null, null, horde);
            }
            case "bfl" -> {
                FakeBfl bfl = new FakeBfl().start();
                yield new Loopback("bfl", bfl.address(), "right", loaded, bfl);
            }
            case "gemini" -> {
                FakeGemini gemini = new FakeGemini(GeminiSettings.DEFAULT_MODEL).start();
                yield new Loopback("gemini", gemini.address(), null, null, gemini);
            }
            case "sd_cpp_jobs" -> {
                FakeSdCpp server = new FakeSdCpp(model(loaded)).loras(LORA).start();
                yield new Loopback("a1111", server.address(), null, null, server);
            }
            default -> sdApi(FakeKind.valueOf(words[0].toUpperCase(Locale.ROOT)), loaded);
        };
    }

    private static Loopback sdApi(FakeKind kind, String loaded) throws IOException {
        FakeA1111 server = new FakeA1111(kind)
                .models(model(loaded))
                .withAdapters()
                .loras(LORA)
                .start();
        return new Loopback("a1111", server.address(), null, null, server);
    }

    private static String model(String loaded) {
        return loaded.equals("kontext") ? "flux1-kontext-dev.safetensors" : "sd_xl_base_1.0.safetensors";
    }

    private static Loopback comfyUi(String loaded) throws IOException {
        FakeNodes nodes = new FakeNodes();
        FakeComfy server = new FakeComfy(
                switch (loaded) {
                    case "kontext" ->
                        nodes.files("diffusion_models", "flux1-dev-kontext_fp8_scaled.safetensors")
                                .files("text_encoders", "clip_l.safetensors", "t5xxl_fp8_e4m3fn.safetensors")
                                .files("vae", "ae.safetensors");
                    case "flux1-dev" -> flux1Dev(FluxNodes.pulidAndRedux(nodes));
                    case "xlabs" -> flux1Dev(FluxNodes.xlabs(nodes));
                    case "instantx" -> flux1Dev(FluxNodes.instantX(nodes));
                    case "flux2-dev" ->
                        nodes.files("diffusion_models", "flux2_dev_fp8mixed.safetensors")
                                .files("text_encoders", "mistral_3_small_flux2_bf16.safetensors")
                                .files("vae", "flux2-vae.safetensors");
                    case "flux2-klein" ->
                        nodes.files("diffusion_models", "flux-2-klein-4b-fp8.safetensors")
                                .files("text_encoders", "qwen_3_4b.safetensors")
                                .files("vae", "flux2-vae.safetensors");
                    case "qwen" ->
                        nodes.files("diffusion_models", "qwen_image_edit_2509_fp8_e4m3fn.safetensors")
                                .files("text_encoders", "qwen_2.5_vl_7b_fp8_scaled.safetensors")
                                .files("vae", "qwen_image_vae.safetensors");
                    default -> FakeComfy.sdxl().files("loras", LORA + ".safetensors");
                });
        return new Loopback("comfyui", server.address(), null, null, server);
    }

    private static FakeNodes flux1Dev(FakeNodes nodes) {
        return nodes.files("diffusion_models", "flux1-dev.safetensors")
                .files("text_encoders", "clip_l.safetensors", "t5xxl_fp8_e4m3fn.safetensors")
                .files("vae", "ae.safetensors");
    }

    private static Loopback openAi(String loaded) {
        FakeOpenAi server = switch (loaded) {
            case "localai" -> new FakeOpenAi(FakeOpenAi.Kind.LOCAL_AI, "flux.2-dev");
            case "sglang" -> new FakeOpenAi(FakeOpenAi.Kind.SGLANG, "black-forest-labs/FLUX.2-dev");
            case "vllm" -> new FakeOpenAi(FakeOpenAi.Kind.VLLM_OMNI, "Qwen/Qwen-Image-Edit");
            default -> new FakeOpenAi(FakeOpenAi.Kind.OPENAI, loaded);
        };
        server.start();
        String model = loaded.startsWith("gpt") || loaded.startsWith("dall-e") ? loaded : null;
        return new Loopback("openai", server.address(), null, model, server);
    }

    /** A backend for it, whose requests are looked at on their way. */
    ImageBackend backend(SentRequests sent) {
        return backend(sent.client(), JobBook.NONE);
    }

    ImageBackend backend(OkHttpClient http, JobBook book) {
        ByAddress quick = ByAddress.quick(address, key);
        if (server instanceof FakeSdCpp) {
            return A1111Backend.of(
                    new A1111Settings(address, key, null, model, true, quick.timeout(), quick.poll()), http, book);
        }
        return new ByAddress(address, key, model, quick.timeout(), quick.poll()).of(kind, http, book);
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
