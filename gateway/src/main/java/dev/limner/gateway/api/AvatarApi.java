package dev.limner.gateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.Avatars;
import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.chat.Content;
import dev.limner.gateway.desk.Caller;
import dev.limner.gateway.desk.Studio;
import dev.limner.gateway.desk.Upload;
import dev.limner.gateway.http.Answering;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Reply;
import dev.limner.gateway.http.Request;
import dev.limner.gateway.http.Route;
import dev.limner.input.RefusedException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reference images of a key's community, over HTTP. */
final class AvatarApi {
    private static final String ROOT = "/api/avatars";
    private static final int TEXT = 1 << 16;
    /** An image of the largest size that is taken in, and the form around it. */
    private static final int WITH_IMAGE = 21_000_000;

    private static final int UNFIT = 422;
    /** As the name is typed in a tag: {@code be-face:mira}. */
    private static final Pattern TAGGED = Pattern.compile("(?i)<?be-(face|style):([^:<>]+)>?");

    private final Avatars avatars;
    private final Studio studio;

    AvatarApi(Studio studio) {
        this.studio = studio;
        this.avatars = studio.avatars();
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", ROOT, List.of(), TEXT, r -> Answering.now(list(r.caller()))),
                new Route("POST", ROOT, List.of("multipart/form-data"), WITH_IMAGE, r -> Answering.now(add(r))),
                new Route("GET", ROOT + "/*", List.of(), TEXT, r -> Answering.now(show(r))),
                new Route("GET", ROOT + "/*/image", List.of(), TEXT, r -> Answering.now(image(r))),
                new Route("PATCH", ROOT + "/*", List.of("application/json"), TEXT, r -> Answering.now(describe(r))),
                new Route("DELETE", ROOT + "/*", List.of(), TEXT, r -> Answering.now(remove(r))));
    }

    private Reply list(Caller caller) {
        ObjectNode list = Json.object();
        ArrayNode shown = list.putArray("avatars");
        avatars.list(caller.community()).forEach(avatar -> shown.add(shown(caller, avatar)));
        return Json.reply(list);
    }

    private static ObjectNode shown(Caller caller, Avatar avatar) {
        return Json.object()
                .put("kind", avatar.kind().word())
                .put("name", avatar.name().value())
                .put("tag", AvatarTag.usual(avatar.kind(), avatar.name()).toString())
                .put("width", avatar.width())
                .put("height", avatar.height())
                .put("description", avatar.description())
                .put("shared", avatar.shared())
                .put("yours", Avatars.mayChange(avatar, caller.keeping()))
                .put("image", ROOT + "/" + encoded(avatar.name().value()) + "/image")
                .put("added", avatar.added().toString());
    }

    private Reply add(Request request) throws Refusal {
        Multipart form = Multipart.read(request);
        String name = form.texts().getOrDefault("name", "").strip();
        String kind = form.texts().getOrDefault("kind", "").strip().toLowerCase(Locale.ROOT);
        Matcher tagged = TAGGED.matcher(name);
        if (tagged.matches()) {
            kind = tagged.group(1).toLowerCase(Locale.ROOT);
            name = tagged.group(2);
        }
        if (!kind.equals("face") && !kind.equals("style")) {
            throw new Refusal(UNFIT, "The kind is to be face or style.", "kind");
        }
        Multipart.File file = form.files().stream()
                .filter(f -> f.field().equals("image"))
                .findFirst()
                .orElseThrow(() -> new Refusal(UNFIT, "Send the image as a file in a part named image.", "image"));
        AvatarKind word = AvatarKind.valueOf(kind.toUpperCase(Locale.ROOT));
        Upload upload = new Upload(file.name(), file.bytes(), file.from(), file.length(), word, 1);
        Caller caller = request.caller();
        try {
            Avatar added = avatars.add(
                    caller.community(),
                    caller.keeping(),
                    word,
                    name,
                    upload,
                    Objects.requireNonNullElse(form.texts().get("description"), ""));
            return Json.reply(201, shown(caller, added))
                    .with("Location", ROOT + "/" + encoded(added.name().value()));
        } catch (RefusedException e) {
            throw new Refusal(UNFIT, e.userText());
        }
    }

    private Reply show(Request request) throws Refusal {
        return Json.reply(shown(request.caller(), find(request)));
    }

    private Reply image(Request request) throws Refusal {
        ImageHash hash = find(request).image();
        StoredImage image =
                studio.images().get(hash).orElseThrow(() -> new Refusal(404, "The image is no longer kept."));
        Content content = new KeptImage(studio.images(), hash, image.bytes().length);
        return new Reply(200, image.mediaType(), List.of(new Reply.Plain(content)));
    }

    private Reply describe(Request request) throws Refusal {
        Fields fields = new Fields(Json.read(request.body(), UNFIT), UNFIT);
        if (fields.get("description") == null) {
            throw new Refusal(UNFIT, "Send the description; an empty one takes it away.", "description");
        }
        Avatar avatar = find(request);
        Caller caller = request.caller();
        refuseAnothers(caller, avatar);
        try {
            return Json.reply(shown(
                    caller,
                    avatars.describe(
                            caller.community(),
                            caller.keeping(),
                            avatar.name().value(),
                            fields.text("description", ""))));
        } catch (RefusedException e) {
            throw new Refusal(UNFIT, e.userText(), "description");
        }
    }

    private Reply remove(Request request) throws Refusal {
        Avatar avatar = find(request);
        Caller caller = request.caller();
        refuseAnothers(caller, avatar);
        try {
            avatars.remove(caller.community(), caller.keeping(), avatar.name().value());
            return Json.reply(Json.object().put("removed", avatar.name().value()));
        } catch (RefusedException e) {
            throw new Refusal(404, e.userText());
        }
    }

    private Avatar find(Request request) throws Refusal {
        try {
            return avatars.show(request.caller().community(), request.parts().get(0));
        } catch (RefusedException e) {
            throw new Refusal(404, "There is no avatar of that name for this key; GET " + ROOT + " lists them.");
        }
    }

    private static void refuseAnothers(Caller caller, Avatar avatar) throws Refusal {
        if (!Avatars.mayChange(avatar, caller.keeping())) {
            throw new Refusal(403, "This avatar belongs to somebody of the community. Its owner can change it there.");
        }
    }

    private static String encoded(String name) {
        return java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
    }
}
