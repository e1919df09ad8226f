package dev.limner.image;

import dev.limner.image.wire.FakeService;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/**
 * What people put before a server: passes calls on, but for websockets, and says so in a page of its own when nobody is
 * behind.
 */
final class FakeProxy extends FakeService {
    /** What it says of a server that is not there, or that does not answer in time. */
    enum Page {
        NGINX(502, "<html>\r\n<head><title>502 Bad Gateway</title></head></html>"),
        CADDY(502, ""),
        TRAEFIK(503, "no available server"),
        HAPROXY(503, "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request."),
        APACHE(503, "<p>The server is temporarily unable to service your\nrequest due to maintenance downtime</p>"),
        ENVOY(503, "upstream connect error or disconnect/reset before headers. reset reason: connection failure"),
        CLOUDFLARE(521, "<html><title>Web server is down</title></html>"),
        TOO_LATE(504, "<html><title>504 Gateway Time-out</title></html>"),
        ENVOY_HUNG_UP(
                503, "upstream connect error or disconnect/reset before headers. reset reason: connection termination");

        private final int status;
        private final String words;

        Page(int status, String words) {
            this.status = status;
            this.words = words;
        }

        MockResponse answer() {
            return text(status, "text/html", words);
        }
    }

    private final URI behind;
    private final OkHttpClient http =
            new OkHttpClient.Builder().readTimeout(1, TimeUnit.MINUTES).build();
    private volatile Page gone = Page.NGINX;
    private volatile Page broken = Page.NGINX;
    private volatile Predicate<String> fatal = call -> false;
    private volatile boolean dies;
    private volatile boolean dead;

    FakeProxy(URI behind) {
        this.behind = behind;
    }

    /** The server behind ends at the first call like that, and stays away. */
    FakeProxy dyingAt(Predicate<String> call, Page forThisCall, Page from) {
        fatal = call;
        broken = forThisCall;
        gone = from;
        dies = true;
        return this;
    }

    /** The server behind takes the first call like that and lives on; the proxy does not wait for its answer. */
    FakeProxy givingUpAt(Predicate<String> call, Page forThisCall) {
        fatal = call;
        broken = forThisCall;
        return this;
    }

    @Override
    protected MockResponse answer(RecordedRequest request) {
        if (dead) {
            return gone.answer();
        }
        if (fatal.test(request.getMethod() + " " + request.getUrl().encodedPath())) {
            dead = dies;
            return broken.answer();
        }
        return request.getHeaders().get("Upgrade") == null ? passOn(request) : status(404, "{}");
    }

    private MockResponse passOn(RecordedRequest request) {
        HttpUrl url = request.getUrl()
                .newBuilder()
                .host(behind.getHost())
                .port(behind.getPort())
                .build();
        RequestBody body = request.getBody() == null || request.getMethod().equals("GET")
                ? null
                : RequestBody.create(request.getBody(), type(request));
        Request passed = new Request.Builder()
                .url(url)
                .headers(request.getHeaders()
                        .newBuilder()
                        .removeAll("Host")
                        .removeAll("Upgrade")
                        .removeAll("Accept-Encoding")
                        .build())
                .method(request.getMethod(), body)
                .build();
        try (Response response = http.newCall(passed).execute()) {
            return new MockResponse.Builder()
                    .code(response.code())
                    .setHeader("Content-Type", String.valueOf(response.header("Content-Type")))
                    .body(new Buffer().write(response.body().bytes()))
                    .build();
        } catch (IOException e) {
            return gone.answer();
        }
    }

    private static MediaType type(RecordedRequest request) {
        String type = String.valueOf(request.getHeaders().get("Content-Type"));
        MediaType parsed = MediaType.parse(type);
        return parsed == null ? MediaType.get("application/json") : parsed;
    }

    @Override
    public String toString() {
        return "proxy, " + gone.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        super.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
