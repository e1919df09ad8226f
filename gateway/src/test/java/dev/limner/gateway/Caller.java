package dev.limner.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A client of the gateway, as other programs are: plain HTTP. */
final class Caller {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final MediaType JSON = MediaType.get("application/json");
    private static final OkHttpClient CLIENT = client();

    private final URI address;
    private final @Nullable String authorization;

    Caller(URI address, @Nullable String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    private static OkHttpClient client() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(200);
        dispatcher.setMaxRequestsPerHost(200);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .retryOnConnectionFailure(false)
                .readTimeout(Duration.ofSeconds(90))
                .writeTimeout(90, TimeUnit.SECONDS)
                .build();
    }

    record Answer(int status, Headers headers, byte[] body) {
        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The details that stand in A1111's {@code info}. */
        JsonNode info() {
            try {
                return MAPPER.readTree(json().path("info").asText());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] image(int number) {
            return Base64.getDecoder().decode(json().path("images").path(number).asText());
        }
    }

    Request.Builder to(String path) {
        Request.Builder request =
                new Request.Builder().url(address.resolve(path).toString());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    okhttp3.Call call(Request request) {
        return CLIENT.newCall(request);
    }

    Answer send(Request request) {
        try (Response response = CLIENT.newCall(request).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer get(String path) {
        return send(to(path).build());
    }

    Answer post(String path, String json) {
        return send(to(path).post(body(json)).build());
    }

    static RequestBody body(String json) {
        return RequestBody.create(json, JSON);
    }
}
