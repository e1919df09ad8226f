package dev.limner.gateway.api;

import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Models;
import dev.limner.gateway.desk.Studio;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Reply;
import dev.limner.gateway.http.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** All that can be asked of the gateway. */
public final class Apis {
    private Apis() {}

    /**
     * @param workers where answers are made
     * @param url where others reach the gateway; null for the address that they ask at
     */
    public static List<Route> routes(Studio studio, Desk desk, Models models, Executor workers, @Nullable URI url) {
        Counter counter = new Counter(desk, workers);
        List<Route> routes = new ArrayList<>(
                new Automatic(counter, desk, models, new Networks(studio.networks()), new Presets(studio.styles()))
                        .routes());
        Links links = new Links(desk, new Tickets(studio.clock()), url);
        routes.addAll(new OpenAi(counter, models, links).routes());
        routes.addAll(links.routes());
        routes.addAll(new AvatarApi(studio).routes());
        routes.add(Description.route());
        return List.copyOf(routes);
    }

    /** Tells a refusal in the words of the API that was asked. */
    public static Reply refused(String path, Refusal refusal) {
        return Faults.of(path, refusal);
    }
}
