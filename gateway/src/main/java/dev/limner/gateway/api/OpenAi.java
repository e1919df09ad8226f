package dev.limner.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.gateway.desk.Models;
import dev.limner.gateway.desk.Upload;
import dev.limner.gateway.desk.Visit;
import dev.limner.gateway.http.Answering;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Reply;
import dev.limner.gateway.http.Reply.Piece;
import dev.limner.gateway.http.Request;
import dev.limner.gateway.http.Route;
import dev.limner.prompt.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** OpenAI's API of models and images. */
final class OpenAi {
    private static final String ROOT = "/v1/";
    private static final int TEXT = 1 << 20;
    /** One image of the largest size that is taken in, and several of a usual one. */
    private static final int WITH_IMAGES = 32 << 20;

    private static final int MOST_IMAGES = 16;

    private final Counter counter;
    private final Models models;
    private final ImageRequest reader;
    private final Links links;

    OpenAi(Counter counter, Models models, Links links) {
        this.counter = counter;
        this.models = models;
        this.reader = new ImageRequest(models);
        this.links = links;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", ROOT + "models", List.of(), TEXT, r -> Answering.now(Json.reply(offered()))),
                new Route("GET", ROOT + "models/*", List.of(), TEXT, r -> Answering.now(Json.reply(one(r)))),
                counter.route(ROOT + "images/generations", "application/json", TEXT, this::generate),
                counter.route(ROOT + "images/edits", "multipart/form-data", WITH_IMAGES, this::edit));
    }

    private Object offered() {
        return Map.of(
                "object",
                "list",
                "data",
                models.offered().stream().map(OpenAi::shown).toList());
    }

    private Object one(Request request) throws Refusal {
        String name = request.parts().get(0);
        return models.find(name)
                .map(OpenAi::shown)
                .orElseThrow(() -> new Refusal(404, ImageRequest.noModel(name), "model"));
    }

    private static Map<String, ?> shown(Models.Model model) {
        return Map.of("id", model.name(), "object", "model", "created", 0, "owned_by", model.backend());
    }

    private Answering generate(Visit visit, Request request) throws Refusal {
        ObjectNode body = Json.read(request.body(), 400);
        return draw(visit, request, body, List.of());
    }

    private Answering edit(Visit visit, Request request) throws Refusal {
        Multipart form = Multipart.read(request);
        ObjectNode body = Json.object();
        form.texts().forEach(body::put);
        List<Upload> images = new ArrayList<>();
        for (Multipart.File file : form.files()) {
            if (file.field().equals("image") || file.field().equals("image[]")) {
                images.add(new Upload(file.name(), file.bytes(), file.from(), file.length(), AvatarKind.FACE, 1));
            } else {
                body.put(file.field(), "a file");
            }
        }
        if (images.isEmpty() || images.size() > MOST_IMAGES) {
            throw new Refusal(
                    400, "Send 1 to " + MOST_IMAGES + " images, each as a file in a part named image[].", "image");
        }
        return draw(visit, request, body, images);
    }

    private Answering draw(Visit visit, Request request, ObjectNode body, List<Upload> images) throws Refusal {
        boolean known = counter.knows(request);
        ImageRequest.Asked asked = reader.read(body, images, request.idempotencyKey(), known);
        String host = request.host();
        ImageRequest.Form form = asked.form();
        return counter.order(visit, asked.wish(), 400, "image", pictures -> answer(host, form, pictures));
    }

    private Reply answer(String host, ImageRequest.Form asked, List<Counter.Picture> pictures) {
        List<Piece> body = new ArrayList<>();
        String before =
                "{\"created\":" + pictures.get(0).illustration().accepted().getEpochSecond() + ",\"data\":[";
        for (Counter.Picture picture : pictures) {
            String revised =
                    "\"revised_prompt\":" + Json.text(picture.composition().prompt());
            if (asked.asLink()) {
                String link = links.to(host, picture.illustration().id());
                body.add(Reply.Bytes.of(before + "{" + revised + ",\"url\":" + Json.text(link) + "}"));
            } else {
                body.add(Reply.Bytes.of(before + "{" + revised + ",\"b64_json\":\""));
                body.add(new Reply.Base64(picture.content()));
                body.add(Reply.Bytes.of("\"}"));
            }
            before = ",";
        }
        Composition first = pictures.get(0).composition();
        ObjectNode rest = Json.object();
        rest.put("output_format", pictures.get(0).format());
        rest.put("size", first.width() + "x" + first.height());
        // image servers do not count, and clients read it all the same
        ObjectNode usage = rest.putObject("usage");
        usage.put("input_tokens", 0).put("output_tokens", 0).put("total_tokens", 0);
        usage.putObject("input_tokens_details").put("image_tokens", 0).put("text_tokens", 0);
        rest.set("limner", Details.of(pictures, new TreeSet<>(asked.unused())));
        body.add(Reply.Bytes.of("]," + Json.text(rest).substring(1)));
        return new Reply(200, "application/json", body);
    }
}
