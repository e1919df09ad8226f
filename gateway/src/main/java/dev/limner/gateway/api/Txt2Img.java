package dev.limner.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.character.PictureSize;
import dev.limner.gateway.desk.Caller;
import dev.limner.gateway.desk.Models;
import dev.limner.gateway.desk.Upload;
import dev.limner.gateway.desk.Wish;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the requests of {@code txt2img} and {@code img2img}. Clients send many fields; few of them mean anything here. */
final class Txt2Img {
    static final int INVALID = 422;

    private static final int MOST_STYLES = 16;
    private static final int MOST_IMAGES = 16;
    /** So many fields without effect are named at the most. */
    private static final int MOST_UNUSED = 100;

    private static final Long USUAL_SIDE = 512L;
    private static final double USUAL_DENOISING = 0.75;

    private final Models models;
    private final Networks networks;
    private final Presets presets;

    Txt2Img(Models models, Networks networks, Presets presets) {
        this.models = models;
        this.networks = networks;
        this.presets = presets;
    }

    /** A request that was understood. */
    record Asked(Wish wish, Echo echo) {}

    /**
     * What of a request is told in its answer, and is all that is kept of it until then.
     *
     * @param given the fields that were sent and are worth repeating
     * @param unused fields that had no effect, by name
     * @param withImages whether the pictures are wanted in the answer
     */
    record Echo(ObjectNode given, List<String> unused, boolean withImages) {}

    Asked read(Request request, boolean withImage) throws Refusal {
        ObjectNode body = withImage
                ? JsonWithImages.read(request.body(), "init_images", INVALID)
                : Json.read(request.body(), INVALID);
        Fields fields = new Fields(body, INVALID);
        checkTypes(fields);
        Set<String> unused = unused(body);
        Models.Model model = model(fields, unused);
        Long width = fields.whole("width", 64, 2048);
        Long height = fields.whole("height", 64, 2048);
        List<Upload> images = withImage ? images(fields, unused) : List.of();
        Wish wish = new Wish(
                networks.tagged(Emphasis.plain(fields.text("prompt", ""))),
                Emphasis.plain(fields.text("negative_prompt", "")),
                fields.seed(),
                size(width, height),
                model,
                modelName(fields),
                styles(request.caller(), fields, unused),
                count(fields),
                images,
                request.idempotencyKey());
        return new Asked(wish, new Echo(given(body), List.copyOf(unused), !isOff(fields, "send_images")));
    }

    /** Of one side alone, the other has this API's usual length. */
    private static @Nullable PictureSize size(@Nullable Long width, @Nullable Long height) {
        return width == null && height == null
                ? null
                : Fields.size(
                        Objects.requireNonNullElse(width, USUAL_SIDE), Objects.requireNonNullElse(height, USUAL_SIDE));
    }

    private static boolean isOff(Fields fields, String name) {
        JsonNode value = fields.get(name);
        return value != null && value.asText().matches("(?i)false|off|no|0");
    }

    private static void checkTypes(Fields fields) throws Refusal {
        for (String name : KnownFields.TEXTS) {
            fields.text(name, "");
        }
        for (String name : KnownFields.WHOLE) {
            fields.whole(name, Integer.MIN_VALUE, (1L << 32) - 1);
        }
        for (String name : KnownFields.NUMBERS) {
            fields.number(name, -1e9, 1e9);
        }
        for (String name : KnownFields.FLAGS) {
            fields.flag(name);
        }
        for (String name : KnownFields.LISTS) {
            fields.list(name);
        }
        for (String name : KnownFields.IMAGES) {
            fields.image(name);
        }
        for (String name : KnownFields.DICTIONARIES) {
            fields.dictionary(name);
        }
        fields.texts("styles");
        checkOptions(fields.in("override_settings"));
        Fields scripts = fields.in("alwayson_scripts");
        for (String name : scripts.names()) {
            scripts.in(name).list("args");
        }
    }

    /** Those that clients set, for one request or for good. */
    static void checkOptions(Fields options) throws Refusal {
        for (String name : List.of("sd_model_checkpoint", "sd_vae", "samples_format")) {
            options.text(name, "");
        }
        options.whole("CLIP_stop_at_last_layers", 1, 12);
        options.list("forge_additional_modules");
    }

    private static int count(Fields fields) throws Refusal {
        Long batch = fields.whole("batch_size", 1, Wish.MOST);
        Long turns = fields.whole("n_iter", 1, Wish.MOST);
        long count = Objects.requireNonNullElse(batch, 1L) * Objects.requireNonNullElse(turns, 1L);
        if (count > Wish.MOST) {
            throw fields.refusal("n_iter", "ensure batch_size times n_iter is at most " + Wish.MOST);
        }
        return (int) count;
    }

    /** An unknown checkpoint is passed over, as the servers do that clients were written for; the answer says so. */
    private Models.@Nullable Model model(Fields fields, Set<String> unused) throws Refusal {
        String name = modelName(fields);
        fields.in("override_settings").names().stream()
                .filter(key -> !key.equals("sd_model_checkpoint"))
                .limit(MOST_UNUSED)
                .forEach(key -> unused.add("override_settings." + shortened(key)));
        if (name.isBlank()) {
            return null;
        }
        Models.Model model = models.find(name).orElse(null);
        if (model == null) {
            unused.add("model");
        }
        return model;
    }

    /** As with a checkpoint, an unknown one is passed over. */
    private List<String> styles(Caller caller, Fields fields, Set<String> unused) throws Refusal {
        List<String> styles = new ArrayList<>();
        JsonNode named = fields.list("styles");
        if (named != null && named.size() > MOST_STYLES) {
            throw fields.refusal("styles", "ensure this value has at most " + MOST_STYLES + " items");
        }
        for (JsonNode one : named == null ? List.<JsonNode>of() : named) {
            styles.add(one.asText());
            if (!presets.has(caller, one.asText())) {
                unused.add("styles/" + shortened(one.asText()));
            }
        }
        return styles;
    }

    private static String modelName(Fields fields) throws Refusal {
        return fields.in("override_settings").text("sd_model_checkpoint", fields.text("model", ""));
    }

    private static Set<String> unused(ObjectNode body) {
        Set<String> unused = new TreeSet<>();
        for (Iterator<String> names = body.fieldNames(); names.hasNext() && unused.size() < MOST_UNUSED; ) {
            String name = names.next();
            JsonNode value = body.get(name);
            boolean empty = value.isNull()
                    || (value.isTextual() && value.textValue().isEmpty())
                    || (value.isContainerNode() && value.isEmpty())
                    || (value.isBoolean() && !value.booleanValue());
            if (!KnownFields.USED.contains(name) && !empty) {
                unused.add(shortened(name));
            }
        }
        return unused;
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60);
    }

    /** What an image is to be drawn over is here what the picture is to look like; the less of it is kept, the less. */
    private static List<Upload> images(Fields fields, Set<String> unused) throws Refusal {
        JsonNode list = fields.list("init_images");
        if (list == null || list.isEmpty()) {
            throw new Refusal(404, "Init image not found");
        }
        if (list.size() > MOST_IMAGES) {
            throw fields.refusal("init_images", "ensure this value has at most " + MOST_IMAGES + " items");
        }
        Double denoising = fields.number("denoising_strength", 0, 1);
        unused.remove("denoising_strength");
        double kept = 1 - Objects.requireNonNullElse(denoising, USUAL_DENOISING);
        List<Upload> images = new ArrayList<>();
        for (JsonNode image : list) {
            if (!(image instanceof BinaryNode decoded)) {
                throw fields.refusal("init_images", "str type expected");
            }
            images.add(new Upload("init image", decoded.binaryValue(), AvatarKind.STYLE, kept));
        }
        return images;
    }

    private static ObjectNode given(ObjectNode body) {
        ObjectNode given = Json.object();
        for (Set<String> names : List.of(
                KnownFields.TEXTS,
                KnownFields.WHOLE,
                KnownFields.NUMBERS,
                KnownFields.FLAGS,
                Set.of("seed", "width", "height", "batch_size", "n_iter"))) {
            for (String name : names) {
                JsonNode value = body.get(name);
                if (value != null && !value.isNull()) {
                    given.set(name, value);
                }
            }
        }
        return given;
    }
}
