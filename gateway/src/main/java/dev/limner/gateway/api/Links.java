package dev.limner.gateway.api;

import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.chat.Content;
import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Outcome;
import dev.limner.gateway.http.Answering;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Reply;
import dev.limner.gateway.http.Request;
import dev.limner.gateway.http.Route;
import dev.limner.illustration.Illustration;
import java.util.List;

/** Addresses of pictures, for clients that want these instead of the bytes. The same key opens them. */
final class Links {
    private static final String ROOT = "/v1/images/";

    private final Desk desk;

    Links(Desk desk) {
        this.desk = desk;
    }

    /** @param host as the client names this server */
    String to(String host, String illustration) {
        return "http://" + host + ROOT + illustration + "/content";
    }

    List<Route> routes() {
        return List.of(new Route("GET", ROOT + "*/content", List.of(), 1 << 20, this::picture));
    }

    private Answering picture(Request request) throws Refusal {
        Illustration illustration = desk.find(request.parts().get(0))
                .filter(i -> i.requester().equals(request.caller().user()))
                .orElseThrow(Links::notHere);
        if (desk.picture(illustration) instanceof Outcome.Drawn drawn) {
            return Answering.now(new Reply(200, drawn.mediaType(), List.of(new Reply.Plain(drawn.content()))));
        }
        throw notHere();
    }

    private static Refusal notHere() {
        return new Refusal(404, "There is no such picture for this key.");
    }

    static Reply image(StoredImage image) {
        return new Reply(200, image.mediaType(), List.of(new Reply.Plain(Content.of(image.bytes()))));
    }
}
