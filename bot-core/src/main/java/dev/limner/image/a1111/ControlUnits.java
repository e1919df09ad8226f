package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.Calibration;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferenceAbility.Limit;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.image.ReferenceImage;
import dev.limner.image.ReferencePlan;
import dev.limner.prompt.ModelFamily;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * IP-Adapter through ControlNet, one unit for each reference.
 *
 * @param face null when the server has no adapter for faces
 * @param style null when the server has no adapter for styles
 * @param units how many the server works on; it drops the others in silence
 * @param layered whether a unit may be held to some layers, so that a style brings no content along
 * @param faceLora whether the LoRA that the face adapter wants is there
 */
record ControlUnits(
        ModelFamily family,
        @Nullable Adapter face,
        @Nullable Adapter style,
        int units,
        boolean layered,
        boolean faceLora)
        implements ReferenceWay {
    private static final int LAYERS_SDXL = 11;
    private static final int LAYERS_SD15 = 16;
    private static final int STYLE_LAYER_SDXL = 6;
    private static final double WHOLE_STYLE_BEGINS = 0.2;

    @Override
    public ReferenceAbility ability() {
        Limit most = new Limit(units, "the server works on " + units + " ControlNet units");
        String missing = "the server has no IP-Adapter for %s with " + family.id() + " in ControlNet's models";
        return new ReferenceAbility(
                face == null ? new Limit(0, missing.formatted("faces")) : most,
                style == null ? new Limit(0, missing.formatted("styles")) : most,
                most,
                Strength.NUMBERS);
    }

    @Override
    public void put(ObjectNode body, ReferencePlan plan) {
        if (plan.used().isEmpty()) {
            return;
        }
        ArrayNode args = body.withObject("/alwayson_scripts/controlnet").putArray("args");
        for (ReferenceImage image : plan.used()) {
            boolean isFace = image.kind() == AvatarKind.FACE;
            Adapter adapter = Objects.requireNonNull(isFace ? face : style);
            ObjectNode unit = unit(args.addObject(), adapter, image);
            if (isFace) {
                unit.put("weight", adapter.isIdentity() ? Calibration.identity(image.weight()) : image.weight());
            } else {
                putStyle(unit, image.weight());
            }
        }
    }

    private static ObjectNode unit(ObjectNode unit, Adapter adapter, ReferenceImage image) {
        return unit.put("enabled", true)
                .put("module", adapter.module())
                .put("model", adapter.model())
                .put("image", image.bytes())
                .put("resize_mode", "Crop and Resize")
                .put("control_mode", "Balanced")
                .put("guidance_start", 0.0)
                .put("guidance_end", 1.0)
                .put("pixel_perfect", false)
                .put("processor_res", -1)
                .put("save_detected_map", false);
    }

    private void putStyle(ObjectNode unit, double weight) {
        if (!layered) {
            unit.put("weight", Calibration.wholeImageStyle(weight)).put("guidance_start", WHOLE_STYLE_BEGINS);
            return;
        }
        double layer = Calibration.styleLayers(weight);
        unit.put("weight", layer);
        ArrayNode layers = unit.putArray("advanced_weighting");
        int count = family == ModelFamily.SD15 ? LAYERS_SD15 : LAYERS_SDXL;
        for (int i = 0; i < count; i++) {
            boolean isStyle = family == ModelFamily.SD15 ? i <= 3 || i >= 9 : i == STYLE_LAYER_SDXL;
            layers.add(isStyle ? layer : 0.0);
        }
    }

    @Override
    public String command(ReferencePlan plan) {
        return face != null && faceLora && !plan.faces().isEmpty() ? " <lora:" + face.lora() + ":0.6>" : "";
    }

    @Override
    public String title() {
        return "ControlNet units: faces with " + (face == null ? "nothing" : face.model()) + ", styles with "
                + (style == null ? "nothing" : style.model());
    }

    @Override
    public String forMore() {
        String base = family == ModelFamily.SD15 ? "sd15" : "sdxl_vit-h";
        if (face == null || style == null) {
            return "put ip-adapter-plus-face_" + base + " and ip-adapter-plus_" + base
                    + " into ControlNet's models folder";
        }
        return face.isFaceId() && !face.lora().isEmpty() && !faceLora
                ? "put " + face.lora() + " into the LoRA folder: without it faces are of little likeness"
                : "";
    }
}
