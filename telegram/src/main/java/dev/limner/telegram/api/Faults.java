package dev.limner.telegram.api;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * What a failed call means. Telegram tells most faults apart by an English description only, so the beginnings of those
 * that matter stand here, as the Bot API server words them.
 */
final class Faults {
    private static final List<String> GONE = List.of(
            "chat not found",
            "message thread not found",
            "message to edit not found",
            "message to delete not found",
            "message can't be edited",
            "message_id_invalid",
            "group chat was upgraded",
            "group chat was deactivated",
            "topic_deleted");
    private static final List<String> FORBIDDEN = List.of(
            "not enough rights",
            "have no rights",
            "need administrator rights",
            "chat_write_forbidden",
            "topic_closed",
            "chat_restricted",
            "message can't be deleted");
    private static final Duration UNSAID_REST = Duration.ofSeconds(5);

    private Faults() {}

    /** @param failure what the library's future or a call threw */
    static ChatException of(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof TelegramApiRequestException refused && refused.getErrorCode() != null) {
            return answered(refused);
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        boolean neverSent = root instanceof ConnectException || root instanceof UnknownHostException;
        String what = root instanceof ServerFault ? String.valueOf(root.getMessage()) : "Telegram cannot be reached";
        return new ChatException(Kind.UNAVAILABLE, what, !neverSent, null, null);
    }

    private static ChatException answered(TelegramApiRequestException refused) {
        int code = refused.getErrorCode();
        String description = String.valueOf(refused.getApiResponse());
        ResponseParameters parameters = refused.getParameters();
        return of(code, description, parameters == null ? null : parameters.getRetryAfter());
    }

    static ChatException of(int code, String description, @Nullable Integer retryAfter) {
        String said = "Telegram: " + code + " " + description;
        return switch (code) {
            case 429 ->
                new ChatException(
                        Kind.RATE_LIMITED,
                        said,
                        false,
                        retryAfter == null ? UNSAID_REST : Duration.ofSeconds(Math.max(1, retryAfter)),
                        null);
            case 403 -> new ChatException(Kind.FORBIDDEN, said);
            // a token that is wrong or was taken back, or another poller: nothing is wrong with what was sent
            case 401, 404, 409 -> new ChatException(Kind.UNAVAILABLE, said);
            case 413 -> new ChatException(Kind.REFUSED, said);
            default ->
                code >= 500
                        ? new ChatException(Kind.UNAVAILABLE, said, true, null, null)
                        : new ChatException(kindOf(description), said);
        };
    }

    /** Whether Telegram was asked with a token that was never given out, or was taken back. */
    static boolean isUnknownToken(ChatException fault) {
        return String.valueOf(fault.getMessage()).startsWith("Telegram: 401 ");
    }

    private static Kind kindOf(String description) {
        String lower = description.toLowerCase(Locale.ROOT);
        if (lower.contains("not enough rights to send text messages")) {
            // pictures may still be posted there
            return Kind.REFUSED;
        }
        if (GONE.stream().anyMatch(lower::contains)) {
            return Kind.GONE;
        }
        return FORBIDDEN.stream().anyMatch(lower::contains) ? Kind.FORBIDDEN : Kind.REFUSED;
    }
}
