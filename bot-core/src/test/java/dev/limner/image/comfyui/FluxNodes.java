package dev.limner.image.comfyui;

/** Collections of nodes for FLUX.1 dev that a server may have, each with its files. */
public final class FluxNodes {
    private static final String PULID = """
            PulidFluxModelLoader: pulid_file=@pulid -> PULIDFLUX
            PulidFluxInsightFaceLoader: provider=@providers -> FACEANALYSIS
            PulidFluxEvaClipLoader: -> EVA_CLIP
            ApplyPulidFlux: model=MODEL pulid_flux=PULIDFLUX eva_clip=EVA_CLIP face_analysis=FACEANALYSIS image=IMAGE weight=FLOAT start_at=FLOAT end_at=FLOAT attn_mask?=MASK -> MODEL
            """;

    private static final String REDUX = """
            CLIPVisionLoader: clip_name=@clip_vision -> CLIP_VISION
            CLIPVisionEncode: clip_vision=CLIP_VISION image=IMAGE crop=@visioncrops -> CLIP_VISION_OUTPUT
            StyleModelLoader: style_model_name=@style_models -> STYLE_MODEL
            StyleModelApply: conditioning=CONDITIONING style_model=STYLE_MODEL clip_vision_output=CLIP_VISION_OUTPUT strength=FLOAT strength_type=@strengths -> CONDITIONING
            """;

    /** The first input is misspelt in the protocol. */
    private static final String XLABS = """
            LoadFluxIPAdapter: ipadatper=@xlabs_ipadapters clip_vision=@clip_vision provider=@xlabsproviders -> IP_ADAPTER_FLUX
            ApplyFluxIPAdapter: model=MODEL ip_adapter_flux=IP_ADAPTER_FLUX image=IMAGE ip_scale=FLOAT -> MODEL
            XlabsSampler: model=MODEL conditioning=CONDITIONING neg_conditioning=CONDITIONING noise_seed=INT steps=INT timestep_to_start_cfg=INT true_gs=FLOAT image_to_image_strength=FLOAT denoise_strength=FLOAT latent_image?=LATENT controlnet_condition?=ControlNetCondition -> LATENT
            """;

    /** As in the first months: another name for the weight, and one number fewer for the sampler. */
    private static final String FIRST_XLABS = """
            ApplyFluxIPAdapter: model=MODEL ip_adapter_flux=IP_ADAPTER_FLUX image=IMAGE strength_model=FLOAT -> MODEL
            XlabsSampler: model=MODEL conditioning=CONDITIONING neg_conditioning=CONDITIONING noise_seed=INT steps=INT timestep_to_start_cfg=INT true_gs=FLOAT image_to_image_strength=FLOAT latent_image?=LATENT controlnet_condition?=ControlNetCondition -> LATENT
            """;

    private static final String INSTANTX = """
            IPAdapterFluxLoader: ipadapter=@ipadapter-flux clip_vision=@siglip provider=@torchdevices -> IP_ADAPTER_FLUX_INSTANTX
            ApplyIPAdapterFlux: model=MODEL ipadapter_flux=IP_ADAPTER_FLUX_INSTANTX image=IMAGE weight=FLOAT start_percent=FLOAT end_percent=FLOAT -> MODEL
            """;

    /** As in builds that let the number format be chosen. */
    private static final String TYPED_INSTANTX = """
            IPAdapterFluxLoader: ipadapter=@ipadapter-flux clip_vision=@siglip provider=@torchdevices dtype=@torchtypes -> IP_ADAPTER_FLUX_INSTANTX
            """;

    private FluxNodes() {}

    public static FakeNodes pulidAndRedux(FakeNodes nodes) {
        return redux(pulid(nodes));
    }

    static FakeNodes pulid(FakeNodes nodes) {
        return nodes.with(PULID).files("pulid", "pulid_flux_v0.9.1.safetensors");
    }

    static FakeNodes redux(FakeNodes nodes) {
        return nodes.with(REDUX)
                .files("visioncrops", "center", "none")
                .files("strengths", "multiply", "attn_bias")
                .files("clip_vision", "sigclip_vision_patch14_384.safetensors")
                .files("style_models", "flux1-redux-dev.safetensors");
    }

    public static FakeNodes xlabs(FakeNodes nodes) {
        return xlabs(nodes, "CLIP-ViT-H-14-laion2B-s32B-b79K.safetensors", "clip-vit-large-patch14/model.safetensors");
    }

    static FakeNodes xlabs(FakeNodes nodes, String... clipVision) {
        return nodes.with(XLABS)
                .files("xlabsproviders", "CPU", "GPU")
                .files("xlabs_ipadapters", "ip_adapter.safetensors")
                .files("clip_vision", clipVision);
    }

    static FakeNodes firstXlabs(FakeNodes nodes) {
        return xlabs(nodes).with(FIRST_XLABS);
    }

    public static FakeNodes instantX(FakeNodes nodes) {
        return nodes.with(INSTANTX)
                .files("torchdevices", "cuda", "cpu", "mps")
                .files("siglip", "google/siglip-so400m-patch14-384")
                .files("ipadapter-flux", "ip-adapter.bin");
    }

    static FakeNodes typedInstantX(FakeNodes nodes) {
        return instantX(nodes).with(TYPED_INSTANTX).files("torchtypes", "auto", "float16", "bfloat16");
    }
}
