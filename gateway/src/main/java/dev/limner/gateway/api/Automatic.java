package dev.limner.gateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.gateway.desk.Caller;
import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Models;
import dev.limner.gateway.desk.Visit;
import dev.limner.gateway.http.Answering;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Reply;
import dev.limner.gateway.http.Reply.Piece;
import dev.limner.gateway.http.Request;
import dev.limner.gateway.http.Route;
import dev.limner.illustration.Illustration;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The API of AUTOMATIC1111's web UI, as far as clients use it to draw. */
final class Automatic {
    private static final String ROOT = "/sdapi/v1/";
    private static final String JSON = "application/json";
    private static final int TEXT = 1 << 20;
    /** An image of the largest size that is taken in, in base64, and the fields around it. */
    private static final int WITH_IMAGES = 28_000_000;

    private final Counter counter;
    private final Desk desk;
    private final Models models;
    private final Networks networks;
    private final Presets presets;
    private final Txt2Img reader;

    Automatic(Counter counter, Desk desk, Models models, Networks networks, Presets presets) {
        this.counter = counter;
        this.desk = desk;
        this.models = models;
        this.networks = networks;
        this.presets = presets;
        this.reader = new Txt2Img(models, networks, presets);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                counter.route(ROOT + "txt2img", JSON, TEXT, (visit, r) -> draw(visit, r, false)),
                counter.route(ROOT + "img2img", JSON, WITH_IMAGES, (visit, r) -> draw(visit, r, true)),
                get("options", r -> options(r.caller())),
                new Route("POST", ROOT + "options", List.of(JSON), TEXT, r -> Answering.now(choose(r))),
                get("sd-models", r -> offered()),
                get("progress", r -> progress(r.caller())),
                new Route("POST", ROOT + "interrupt", List.of(), TEXT, this::interrupt),
                new Route("POST", ROOT + "skip", List.of(), TEXT, this::interrupt),
                post("refresh-checkpoints", r -> Map.of()),
                post("refresh-loras", r -> Map.of()),
                post("refresh-vae", r -> Map.of()),
                get("loras", r -> networks.loras()),
                get("prompt-styles", r -> presets.list(r.caller())),
                get("embeddings", r -> networks.embeddings()),
                get("scripts", r -> Map.of("txt2img", List.of(), "img2img", List.of())),
                get("cmd-flags", r -> Map.of())));
        StandIns.LISTS.forEach((name, list) -> routes.add(get(name, r -> list)));
        routes.add(new Route("GET", "/internal/ping", List.of(), TEXT, r -> Answering.now(Json.reply(Map.of()))));
        return routes;
    }

    private interface Told {
        Object of(Request request) throws Refusal;
    }

    private static Route get(String name, Told told) {
        return new Route("GET", ROOT + name, List.of(), TEXT, r -> Answering.now(Json.reply(told.of(r))));
    }

    private static Route post(String name, Told told) {
        return new Route("POST", ROOT + name, List.of(), TEXT, r -> Answering.now(Json.reply(told.of(r))));
    }

    private Answering draw(Visit visit, Request request, boolean withImage) throws Refusal {
        Txt2Img.Asked asked = reader.read(request, withImage);
        Txt2Img.Echo echo = asked.echo();
        return counter.order(visit, asked.wish(), Txt2Img.INVALID, "init_images", pictures -> answer(echo, pictures));
    }

    private Reply answer(Txt2Img.Echo asked, List<Counter.Picture> pictures) {
        List<Piece> body = new ArrayList<>();
        String before = "{\"images\":[";
        for (Counter.Picture picture : asked.withImages() ? pictures : List.<Counter.Picture>of()) {
            body.add(Reply.Bytes.of(before + "\""));
            body.add(new Reply.Base64(picture.content()));
            before = "\",";
        }
        String after = body.isEmpty() ? before : "\"";
        ObjectNode rest = Json.object();
        rest.put("format", pictures.get(0).format());
        rest.set("parameters", asked.given());
        rest.put("info", Json.text(info(asked, pictures)));
        body.add(Reply.Bytes.of(after + "]," + Json.text(rest).substring(1)));
        return new Reply(200, "application/json", body);
    }

    private ObjectNode info(Txt2Img.Echo asked, List<Counter.Picture> pictures) {
        Composition first = pictures.get(0).composition();
        ObjectNode info = Json.object();
        ArrayNode prompts = info.putArray("all_prompts");
        ArrayNode negatives = info.putArray("all_negative_prompts");
        ArrayNode seeds = info.putArray("all_seeds");
        ArrayNode texts = info.putArray("infotexts");
        for (Counter.Picture picture : pictures) {
            Composition composition = picture.composition();
            prompts.add(composition.prompt());
            negatives.add(composition.negative());
            seeds.add(composition.seed());
            texts.add(InfoText.of(composition));
        }
        info.put("prompt", first.prompt())
                .put("negative_prompt", first.negative())
                .put("seed", first.seed())
                .put("subseed", -1)
                .put("width", first.width())
                .put("height", first.height())
                .put("batch_size", pictures.size())
                .put("index_of_first_image", 0)
                .put(
                        "sd_model_name",
                        String.valueOf(pictures.get(0).illustration().backend()));
        info.put("sampler_name", InfoText.SAMPLER)
                .put("steps", asked.given().path("steps").asInt(0))
                .put("cfg_scale", asked.given().path("cfg_scale").asDouble(0))
                .put("clip_skip", asked.given().path("clip_skip").asInt(1))
                .put("version", InfoText.VERSION)
                .putNull("sd_model_hash")
                .putNull("sd_vae_name");
        info.putObject("extra_generation_params");
        info.set("limner", Details.of(pictures, new TreeSet<>(asked.unused())));
        return info;
    }

    private List<Map<String, Object>> offered() {
        return models.offered().stream()
                .map(model -> {
                    Map<String, Object> shown = new java.util.LinkedHashMap<>();
                    shown.put("title", model.name());
                    shown.put("model_name", model.name());
                    // Block Entropy's clients read this one
                    shown.put("name", model.name());
                    shown.put("hash", null);
                    shown.put("sha256", null);
                    shown.put("filename", model.name());
                    shown.put("config", null);
                    shown.put("type", model.family().id());
                    return shown;
                })
                .toList();
    }

    private Object options(Caller caller) {
        return Map.of(
                "sd_model_checkpoint",
                models.current(caller).map(Models.Model::name).orElse(""),
                "sd_vae",
                "Automatic",
                "samples_format",
                "png",
                "CLIP_stop_at_last_layers",
                1);
    }

    /** The checkpoint can be set; other options are none of a client's business here, and are passed over. */
    private Reply choose(Request request) throws Refusal {
        Fields fields = new Fields(Json.read(request.body(), Txt2Img.INVALID), Txt2Img.INVALID);
        Txt2Img.checkOptions(fields);
        String name = fields.text("sd_model_checkpoint", "");
        if (!name.isBlank()) {
            Models.Model model = models.find(name)
                    .orElseThrow(() -> fields.refusal(
                            "sd_model_checkpoint", "no model of that name is offered; sd-models lists those that are"));
            try {
                models.choose(request.caller(), model);
            } catch (RefusedException e) {
                throw fields.refusal("sd_model_checkpoint", e.userText());
            }
        }
        return Json.reply(Map.of());
    }

    private Object progress(Caller caller) {
        List<Illustration> open = desk.underWay(caller);
        String current = open.isEmpty() ? "" : open.get(0).id();
        double fraction = open.isEmpty() ? 0 : desk.progress(current).orElse(0);
        ObjectNode state = Json.object()
                .put("skipped", false)
                .put("interrupted", false)
                .put("stopping_generation", false)
                .put("job", current)
                .put("job_count", open.size())
                .put("job_timestamp", "0")
                .put("job_no", 0)
                .put("sampling_step", 0)
                .put("sampling_steps", 0);
        ObjectNode progress = Json.object().put("progress", fraction).put("eta_relative", 0.0);
        progress.set("state", state);
        progress.putNull("current_image");
        progress.putNull("textinfo");
        return progress;
    }

    private Answering interrupt(Request request) {
        return new Answering(desk.interrupt(request.caller()).thenApply(done -> Json.reply(Map.of())));
    }
}
