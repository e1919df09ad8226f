package dev.limner.image.aihorde;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.CheckpointFamily;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Remembered;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import dev.limner.prompt.ModelFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Which model to ask for, by what volunteers run now; asked for every few minutes. Thread-safe. */
final class Models {
    private static final Duration FRESH = Duration.ofMinutes(5);
    /** Drawn by only where the operator names one: what they are asked for is seen by others, too. */
    private static final Pattern FOR_ADULTS = Pattern.compile("nsfw|hentai|porn|adult", Pattern.CASE_INSENSITIVE);
    /** Of these, in this order, unless another is asked for. */
    private static final List<ModelFamily> USUAL =
            List.of(ModelFamily.SDXL, ModelFamily.FLUX1_SCHNELL, ModelFamily.SD15);

    private final HordeSettings settings;
    private final Wire wire;
    private final Remembered<HordeModel, WireFault> chosen;

    /** @param nanos a steady clock, such as {@link System#nanoTime()} */
    Models(HordeSettings settings, Wire wire, LongSupplier nanos) {
        this.settings = settings;
        this.wire = wire;
        this.chosen = new Remembered<>(FRESH, nanos, before -> choose(listed()));
    }

    /** @throws WireFault {@link Fault#NOBODY} when no volunteer runs such a model now */
    HordeModel current() throws WireFault, InterruptedException {
        return chosen.current();
    }

    /** As it is now, or, when that cannot be asked, as it was when last seen. */
    HordeModel lastKnown() throws WireFault, InterruptedException {
        return chosen.lastKnown();
    }

    void forget() {
        chosen.forget();
    }

    private HordeModel choose(List<HordeModel> listed) throws WireFault {
        String wanted = settings.model();
        if (wanted != null) {
            return listed.stream()
                    .filter(model -> model.name().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> new WireFault(Fault.NOBODY, "no volunteer runs " + wanted + " (AIHORDE_MODEL)"));
        }
        List<ModelFamily> families = settings.family() == null ? USUAL : List.of(settings.family());
        for (ModelFamily family : families) {
            Optional<HordeModel> best = listed.stream()
                    .filter(model -> CheckpointFamily.of(model.name())
                            .filter(family::equals)
                            .isPresent())
                    .filter(model -> !FOR_ADULTS.matcher(model.name()).find())
                    .max(Comparator.comparingInt(HordeModel::workers));
            if (best.isPresent()) {
                return best.get();
            }
        }
        throw new WireFault(Fault.NOBODY, "no volunteer runs a model of " + families);
    }

    private List<HordeModel> listed() throws WireFault, InterruptedException {
        HttpUrl url = wire.url("status/models")
                .newBuilder()
                .addQueryParameter("type", "image")
                .build();
        Reply reply = wire.get(url);
        if (!reply.isSuccess()) {
            throw Verdict.of(reply);
        }
        JsonNode list = reply.json()
                .filter(JsonNode::isArray)
                .orElseThrow(() -> new WireFault(Fault.OTHER_SERVER, reply.describe()));
        List<HordeModel> models = new ArrayList<>();
        for (JsonNode entry : list) {
            String name = entry.path("name").asText("");
            int workers = entry.path("count").asInt(0);
            if (!name.isEmpty() && workers > 0) {
                models.add(new HordeModel(name, family(name), workers));
            }
        }
        return models;
    }

    /** Those whose name tells nothing are, by custom, of the oldest family. */
    private ModelFamily family(String name) {
        ModelFamily set = settings.model() == null ? null : settings.family();
        return set != null
                ? set
                : CheckpointFamily.of(name)
                        .orElse(name.toLowerCase(Locale.ROOT).contains("xl") ? ModelFamily.SDXL : ModelFamily.SD15);
    }
}
