package dev.limner.gateway.api;

import java.util.Set;

/** The fields of {@code txt2img} and {@code img2img} by their types, as that API declares them. */
final class KnownFields {
    static final Set<String> TEXTS = Set.of(
            "prompt",
            "negative_prompt",
            "sampler_name",
            "sampler_index",
            "scheduler",
            "model",
            "hr_upscaler",
            "hr_sampler_name",
            "hr_scheduler",
            "hr_prompt",
            "hr_negative_prompt",
            "hr_checkpoint_name",
            "refiner_checkpoint",
            "script_name",
            "force_task_id",
            "infotext");
    static final Set<String> WHOLE = Set.of(
            "subseed",
            "seed_resize_from_h",
            "seed_resize_from_w",
            "steps",
            "clip_skip",
            "hr_second_pass_steps",
            "hr_resize_x",
            "hr_resize_y",
            "firstphase_width",
            "firstphase_height",
            "resize_mode",
            "mask_blur",
            "mask_blur_x",
            "mask_blur_y",
            "inpainting_fill",
            "inpaint_full_res_padding",
            "inpainting_mask_invert");
    static final Set<String> NUMBERS = Set.of(
            "subseed_strength",
            "cfg_scale",
            "distilled_cfg_scale",
            "denoising_strength",
            "hr_scale",
            "eta",
            "s_churn",
            "s_tmax",
            "s_tmin",
            "s_noise",
            "s_min_uncond",
            "refiner_switch_at",
            "image_cfg_scale",
            "initial_noise_multiplier");
    static final Set<String> FLAGS = Set.of(
            "restore_faces",
            "tiling",
            "do_not_save_samples",
            "do_not_save_grid",
            "enable_hr",
            "disable_extra_networks",
            "send_images",
            "save_images",
            "override_settings_restore_afterwards",
            "include_init_images",
            "inpaint_full_res",
            "mask_round");
    static final Set<String> LISTS = Set.of("styles", "script_args", "init_images", "hr_additional_modules");
    /** Texts of any length. */
    static final Set<String> IMAGES = Set.of("mask", "latent_mask", "firstpass_image");

    static final Set<String> DICTIONARIES = Set.of("comments");
    /** What is looked at, or asks for nothing that would show in a picture. */
    static final Set<String> USED = Set.of(
            "prompt",
            "negative_prompt",
            "seed",
            "width",
            "height",
            "batch_size",
            "n_iter",
            "model",
            "init_images",
            "styles",
            "override_settings",
            "override_settings_restore_afterwards",
            "send_images",
            "save_images",
            "do_not_save_samples",
            "do_not_save_grid",
            "force_task_id",
            "infotext",
            "include_init_images",
            "comments");

    private KnownFields() {}
}
