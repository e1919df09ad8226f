package dev.limner.gateway.http;

import dev.limner.gateway.desk.Caller;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides by a request's head, before its body is read, who sent it and what answers it. Thread-safe; never blocks. */
final class Front {
    private final Gate gate;
    private final List<Route> routes;

    Front(Gate gate, List<Route> routes) {
        this.gate = gate;
        this.routes = List.copyOf(routes);
    }

    /** A request whose body may be read. */
    record Admitted(Caller caller, Route route, String path, List<String> parts, String query, HttpRequest head) {

        Request with(byte[] body) {
            HttpHeaders headers = head.headers();
            return new Request(
                    caller,
                    route.method(),
                    path,
                    parts,
                    query,
                    Objects.requireNonNullElse(headers.get(HttpHeaderNames.CONTENT_TYPE), ""),
                    Objects.requireNonNullElse(headers.get(HttpHeaderNames.HOST), ""),
                    idempotencyKey(headers),
                    body);
        }

        /** An empty one names nothing; all who send it would be told that they contradict each other. */
        private static @Nullable String idempotencyKey(HttpHeaders headers) {
            String key = headers.get("Idempotency-Key");
            return key == null || key.isBlank() ? null : key;
        }
    }

    Admitted admit(HttpRequest head) throws Refusal {
        if (head.decoderResult().isFailure() || isAmbiguous(head)) {
            throw new Refusal(400, "The request is not HTTP as it is read here.");
        }
        String uri = head.uri();
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        String query = question < 0 ? "" : uri.substring(question + 1);
        Optional<List<String>> parts = Paths.parts(path);
        Caller caller =
                parts.filter(asked -> isOpen(head, asked)).isPresent() ? Caller.STRANGER : gate.admit(head.headers());
        List<String> asked = parts.orElseThrow(Front::notHere);
        Admitted admitted = route(head, caller, asked, path, query);
        refuseBody(head, admitted.route());
        return admitted;
    }

    /** What a proxy before this server might read as another request; RFC 9112, sections 3.2 and 6.1. */
    private static boolean isAmbiguous(HttpRequest head) {
        int hosts = head.headers().getAll(HttpHeaderNames.HOST).size();
        List<String> codings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        boolean old = head.protocolVersion().equals(HttpVersion.HTTP_1_0);
        boolean chunked = codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked");
        return hosts > 1 || (hosts == 0 && !old) || (!codings.isEmpty() && !chunked);
    }

    /** What answers GET answers HEAD too, of which the codec sends no body. */
    private static String method(HttpRequest head) {
        return head.method().equals(HttpMethod.HEAD)
                ? HttpMethod.GET.name()
                : head.method().name();
    }

    private boolean isOpen(HttpRequest head, List<String> asked) {
        return routes.stream()
                .anyMatch(route -> route.open()
                        && route.method().equals(method(head))
                        && route.match(asked).isPresent());
    }

    private Admitted route(HttpRequest head, Caller caller, List<String> asked, String path, String query)
            throws Refusal {
        List<Route> there =
                routes.stream().filter(r -> r.match(asked).isPresent()).toList();
        if (there.isEmpty()) {
            throw notHere();
        }
        Optional<Route> route =
                there.stream().filter(r -> r.method().equals(method(head))).findFirst();
        if (route.isEmpty()) {
            throw Refusal.otherMethod(there.stream()
                    .map(Route::method)
                    .flatMap(m -> m.equals("GET") ? Stream.of(m, "HEAD") : Stream.of(m))
                    .distinct()
                    .collect(Collectors.joining(", ")));
        }
        List<String> parts = route.get().match(asked).orElseThrow();
        return new Admitted(caller, route.get(), path, parts, query, head);
    }

    private static void refuseBody(HttpRequest head, Route route) throws Refusal {
        HttpHeaders headers = head.headers();
        if (HttpUtil.getContentLength(head, 0L) > route.most()) {
            throw tooLarge(route);
        }
        String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refusal(415, "A body is taken without Content-Encoding only.");
        }
        if (!route.accepts().isEmpty() && !route.accepts(headers.get(HttpHeaderNames.CONTENT_TYPE))) {
            throw new Refusal(
                    415, "The body's Content-Type is to be " + String.join(" or ", route.accepts()) + " here.");
        }
    }

    static Refusal tooLarge(Route route) {
        return new Refusal(413, "The request may have at most " + route.most() / 1000 + " kB here.");
    }

    private static Refusal notHere() {
        return new Refusal(404, "Not Found");
    }
}
