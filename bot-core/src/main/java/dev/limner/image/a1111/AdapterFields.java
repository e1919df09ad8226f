package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferenceAbility.Limit;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.image.ReferenceImage;
import dev.limner.image.ReferencePlan;
import dev.limner.prompt.ModelFamily;
import java.util.List;
import java.util.Optional;

/**
 * SD.Next's own fields.
 *
 * @param face the adapter's name; empty when there is none
 * @param style of the same image encoder, since two kinds of them in one request fail; empty when there is none
 */
record AdapterFields(String face, String style) implements ReferenceWay {
    private static final int MOST = 4;

    static ReferenceWay of(List<String> adapters, ModelFamily family) {
        List<String> faces;
        List<String> styles;
        switch (family) {
            case SDXL -> {
                faces = List.of("Plus Face ViT-H SDXL");
                styles = List.of("Plus ViT-H SDXL", "Base ViT-H SDXL");
            }
            case SD15 -> {
                faces = List.of("Plus Face", "Full Face");
                styles = List.of("Plus", "Base", "Light");
            }
            case FLUX1_DEV, FLUX1_SCHNELL -> {
                faces = List.of("XLabs AI v2", "XLabs AI v1");
                styles = faces;
            }
            case SD3 -> {
                faces = List.of("InstantX Large");
                styles = faces;
            }
            default -> {
                faces = List.of();
                styles = List.of();
            }
        }
        String face = first(faces, adapters).orElse("");
        String style = first(styles, adapters).orElse("");
        return face.isEmpty() && style.isEmpty()
                ? new NoReferences("SD.Next has no IP-Adapter for " + family.id(), "load an SDXL or SD 1.5 model")
                : new AdapterFields(face, style);
    }

    private static Optional<String> first(List<String> wanted, List<String> there) {
        return wanted.stream().filter(there::contains).findFirst();
    }

    @Override
    public ReferenceAbility ability() {
        Limit most = new Limit(MOST, "SD.Next is sent " + MOST + " references");
        Limit none = new Limit(0, "SD.Next has no IP-Adapter of this kind for the model");
        return new ReferenceAbility(
                face.isEmpty() ? none : most, style.isEmpty() ? none : most, most, Strength.NUMBERS);
    }

    @Override
    public void put(ObjectNode body, ReferencePlan plan) {
        if (plan.used().isEmpty()) {
            return;
        }
        ArrayNode items = body.putArray("ip_adapter");
        for (ReferenceImage image : plan.used()) {
            boolean isFace = image.kind() == AvatarKind.FACE;
            ObjectNode item = items.addObject().put("adapter", isFace ? face : style);
            item.putArray("images").add(image.bytes());
            item.putArray("masks");
            item.put("scale", image.weight()).put("start", 0.0).put("end", 1.0).put("crop", isFace);
        }
    }

    /** An adapter that fails is only logged, and the picture comes back without it. */
    @Override
    public Optional<String> silentFailure(JsonNode info, ReferencePlan plan) {
        boolean followed = info.path("extra_generation_params").has("IP Adapter");
        return plan.used().isEmpty() || followed ? Optional.empty() : Optional.of("SD.Next's adapter failed");
    }

    @Override
    public String title() {
        return "IP-Adapter: faces with " + (face.isEmpty() ? "nothing" : face) + ", styles with "
                + (style.isEmpty() ? "nothing" : style);
    }
}
