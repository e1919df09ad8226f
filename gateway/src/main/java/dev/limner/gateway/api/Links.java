package dev.limner.gateway.api;

import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Outcome;
import dev.limner.gateway.http.Answering;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Reply;
import dev.limner.gateway.http.Request;
import dev.limner.gateway.http.Route;
import dev.limner.illustration.Illustration;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of pictures, for clients that want these instead of the bytes. A ticket opens a picture for an hour to whoever
 * knows it, as what shows pictures sends no keys; by its name the key that asked for it has it for as long as it is kept.
 */
final class Links {
    private static final String BY_NAME = "/v1/images/";
    private static final String BY_TICKET = "/v1/pictures/";
    private static final int SMALL = 1 << 20;

    private final Desk desk;
    private final Tickets tickets;
    private final @Nullable URI url;

    /** @param url where others reach the gateway; null for the address that they ask at */
    Links(Desk desk, Tickets tickets, @Nullable URI url) {
        this.desk = desk;
        this.tickets = tickets;
        this.url = url;
    }

    /** @param host as the client names this server */
    String to(String host, String illustration) {
        String root = url == null ? "http://" + host : url.toString().replaceAll("/+$", "");
        return root + BY_TICKET + tickets.to(illustration);
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", BY_NAME + "*/content", List.of(), SMALL, this::named),
                new Route("GET", BY_TICKET + "*", List.of(), SMALL, this::ticketed).openToAll());
    }

    private Answering named(Request request) throws Refusal {
        return picture(desk.find(request.parts().get(0))
                .filter(i -> i.requester().equals(request.caller().user()))
                .orElseThrow(() -> new Refusal(404, "There is no such picture for this key.")));
    }

    private Answering ticketed(Request request) throws Refusal {
        return picture(tickets.open(request.parts().get(0))
                .flatMap(desk::find)
                .orElseThrow(() -> new Refusal(
                        404, "There is no picture at this address, or no longer: it is good for an hour.")));
    }

    private Answering picture(Illustration illustration) throws Refusal {
        if (desk.picture(illustration) instanceof Outcome.Drawn drawn) {
            return Answering.now(new Reply(200, drawn.mediaType(), List.of(new Reply.Plain(drawn.content()))));
        }
        throw new Refusal(404, "There is no picture of this request.");
    }
}
