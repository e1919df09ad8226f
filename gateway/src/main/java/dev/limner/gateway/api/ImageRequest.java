package dev.limner.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.character.PictureSize;
import dev.limner.gateway.desk.Models;
import dev.limner.gateway.desk.Upload;
import dev.limner.gateway.desk.Wish;
import dev.limner.gateway.http.Refusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@code images/generations} and {@code images/edits} are asked. */
final class ImageRequest {
    private static final int INVALID = 400;
    private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
    /** Clients that offer a fixed list offer these; they stand for the model that is set. */
    private static final Pattern OPENAIS_OWN = Pattern.compile("dall-e-.{1,8}|gpt-image-.{1,16}|chatgpt-image-latest");

    /** Of those, the ones that answer with an address where no format is asked for; their clients read nothing else. */
    private static final Pattern ANSWER_BY_ADDRESS = Pattern.compile("dall-e-.{1,8}");

    private static final Set<String> TEXTS =
            Set.of("quality", "style", "background", "moderation", "user", "input_fidelity", "output_format");
    private static final Set<String> USED =
            Set.of("prompt", "negative_prompt", "seed", "model", "n", "size", "response_format", "user", "stream");

    private final Models models;

    ImageRequest(Models models) {
        this.models = models;
    }

    /** A request that was understood. */
    record Asked(Wish wish, Form form) {}

    /**
     * How a request is to be answered, which is all that is kept of it until then.
     *
     * @param asLink whether the picture is wanted as an address
     * @param unused fields that had no effect, by name
     */
    record Form(boolean asLink, List<String> unused) {}

    /** @param known whether a request of that name was accepted before: it has its model, whatever is offered now */
    Asked read(ObjectNode body, List<Upload> images, @Nullable String once, boolean known) throws Refusal {
        Fields fields = new Fields(body, INVALID);
        for (String name : TEXTS) {
            fields.text(name, "");
        }
        fields.whole("output_compression", 0, 100);
        refuseStream(fields);
        String prompt = fields.text("prompt", "");
        if (prompt.isBlank()) {
            throw new Refusal(INVALID, "Missing required parameter: 'prompt'.", "prompt");
        }
        Long count = fields.whole("n", 1, Wish.MOST);
        Wish wish = new Wish(
                prompt,
                fields.text("negative_prompt", ""),
                fields.seed(),
                size(fields),
                model(fields, known),
                fields.text("model", "").strip(),
                List.of(),
                (int) (long) Objects.requireNonNullElse(count, 1L),
                images,
                once);
        return new Asked(wish, new Form(asLink(fields), unused(body)));
    }

    private static void refuseStream(Fields fields) throws Refusal {
        fields.flag("stream");
        JsonNode stream = fields.get("stream");
        if (stream != null && stream.asText().matches("(?i)true|on|yes|1")) {
            throw new Refusal(INVALID, "Pictures are not streamed here. Leave out 'stream'.", "stream");
        }
    }

    private static boolean asLink(Fields fields) throws Refusal {
        boolean usual =
                ANSWER_BY_ADDRESS.matcher(fields.text("model", "").strip()).matches();
        String format = fields.text("response_format", usual ? "url" : "b64_json");
        if (!format.equals("url") && !format.equals("b64_json")) {
            throw new Refusal(INVALID, "The response_format is to be b64_json or url.", "response_format");
        }
        return format.equals("url");
    }

    private static @Nullable PictureSize size(Fields fields) throws Refusal {
        String size = fields.text("size", "auto").strip().toLowerCase(Locale.ROOT);
        if (size.equals("auto")) {
            return null;
        }
        Matcher sides = SIZE.matcher(size);
        if (sides.matches()) {
            int width = Integer.parseInt(sides.group(1));
            int height = Integer.parseInt(sides.group(2));
            if (Math.min(width, height) >= 64 && Math.max(width, height) <= 2048) {
                return Fields.size(width, height);
            }
        }
        throw new Refusal(INVALID, "The size is to be auto, or such as 1024x1024; each side from 64 to 2048.", "size");
    }

    private Models.@Nullable Model model(Fields fields, boolean known) throws Refusal {
        String name = fields.text("model", "").strip();
        if (name.isEmpty()) {
            return null;
        }
        Models.Model found = models.find(name).orElse(null);
        if (found == null && !known && !OPENAIS_OWN.matcher(name).matches()) {
            throw new Refusal(404, noModel(name), "model");
        }
        return found;
    }

    static String noModel(String name) {
        String shown = name.length() <= 60 ? name : name.substring(0, 60);
        return "The model '" + shown + "' is not offered here; GET /v1/models lists those that are.";
    }

    private static List<String> unused(ObjectNode body) {
        List<String> unused = new ArrayList<>();
        for (Iterator<String> names = body.fieldNames(); names.hasNext() && unused.size() < 100; ) {
            String name = names.next();
            if (!USED.contains(name) && !body.get(name).isNull()) {
                unused.add(name.length() <= 60 ? name : name.substring(0, 60));
            }
        }
        return unused;
    }
}
