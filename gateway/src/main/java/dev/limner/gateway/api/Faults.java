package dev.limner.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a refusal in the words of the API that was asked. */
final class Faults {
    private Faults() {}

    static Reply of(String path, Refusal refusal) {
        Reply reply = Json.reply(refusal.status(), path.startsWith("/sdapi/") ? automatic(refusal) : openAi(refusal));
        // a client of OpenAI's would try again on its own, after this server did so three times
        return refusal.status() == 500 || refusal.status() == 409 ? reply.with("x-should-retry", "false") : reply;
    }

    private static Map<String, ?> automatic(Refusal refusal) {
        return switch (refusal.status()) {
            case 401, 403, 404, 405 -> Map.of("detail", refusal.text());
            case 422 ->
                Map.of(
                        "detail",
                        List.of(Map.of("loc", place(refusal.field()), "msg", refusal.text(), "type", "value_error")));
            default -> Map.of("error", name(refusal), "detail", "", "body", "", "errors", refusal.text());
        };
    }

    /** @param field names one within another behind a slash */
    private static List<String> place(@Nullable String field) {
        List<String> place = new ArrayList<>(List.of("body"));
        if (field != null && !field.isEmpty()) {
            place.addAll(List.of(field.split("/", 3)));
        }
        return place;
    }

    private static String name(Refusal refusal) {
        return switch (refusal.status()) {
            // what contradicts another request says by which field
            case 409 -> refusal.field() == null ? "Interrupted" : "Conflict";
            case 413 -> "RequestTooLarge";
            case 429, 503 -> "Busy";
            default -> refusal.status() >= 500 ? "RuntimeError" : "ValueError";
        };
    }

    private static Map<String, ?> openAi(Refusal refusal) {
        ObjectNode error = Json.object();
        error.put("message", refusal.text());
        error.put("type", refusal.status() >= 500 ? "server_error" : "invalid_request_error");
        String field = Objects.requireNonNullElse(refusal.field(), "");
        error.put("param", field.isEmpty() ? null : field);
        error.put("code", code(refusal));
        return Map.of("error", error);
    }

    private static @Nullable String code(Refusal refusal) {
        return switch (refusal.status()) {
            case 401 -> "invalid_api_key";
            case 404 -> "model".equals(refusal.field()) ? "model_not_found" : "not_found";
            case 409 -> "conflict";
            case 413 -> "request_too_large";
            case 415 -> "unsupported_content_type";
            case 429 -> "rate_limit_exceeded";
            default -> null;
        };
    }
}
