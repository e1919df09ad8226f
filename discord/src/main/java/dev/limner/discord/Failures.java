package dev.limner.discord;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionFailureException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** What Discord refused or failed at, in the words of the chat port. Pure. */
final class Failures {
    private static final int SERVER_ERROR = 500;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_FAST = 429;

    private static final String CLOSED = "it takes no answers any more";

    private static final Map<ErrorResponse, String> GONE = Map.of(
            ErrorResponse.UNKNOWN_CHANNEL,
            "the channel is gone",
            ErrorResponse.UNKNOWN_GUILD,
            "I am no longer in that server",
            ErrorResponse.UNKNOWN_MESSAGE,
            "the message is gone",
            ErrorResponse.UNKNOWN_INTERACTION,
            CLOSED,
            ErrorResponse.UNKNOWN_WEBHOOK,
            CLOSED,
            ErrorResponse.INVALID_WEBHOOK_TOKEN,
            CLOSED);

    private static final Map<ErrorResponse, String> FORBIDDING = Map.of(
            // Discord's documentation, "Threads": of a private one, whoever is not in it sees nothing; a mention adds
            // them
            ErrorResponse.MISSING_ACCESS,
                    "I cannot see the channel; give me View Channel there, or, in a private thread, mention me",
            ErrorResponse.MISSING_PERMISSIONS,
                    "I may not post there; give me Send Messages (in threads, Send Messages in Threads), Attach Files"
                            + " and Read Message History",
            ErrorResponse.REPLY_FAILED_MISSING_MESSAGE_HISTORY_PERM,
                    "I may not answer messages there; give me Read Message History",
            ErrorResponse.CANNOT_SEND_TO_USER, "direct messages from me are not taken",
            ErrorResponse.THREAD_LOCKED, "the thread is closed; open it again",
            ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD, "the thread is closed; open it again");

    private Failures() {}

    /** Of an answer to an interaction, which takes none either when it was never acknowledged to Discord's satisfaction. */
    static ChatException ofAnswer(Exception e) {
        boolean neverOpened = e instanceof InteractionFailureException || e.getCause() instanceof TimeoutException;
        return neverOpened ? new ChatException(Kind.GONE, CLOSED, false, null, e) : of(e);
    }

    static ChatException of(Exception e) {
        if (e instanceof ErrorResponseException refused) {
            return refused(refused);
        }
        if (e instanceof RateLimitedException fast) {
            return new ChatException(
                    Kind.RATE_LIMITED, "Discord wants a pause", false, Duration.ofMillis(fast.getRetryAfter()), e);
        }
        if (e instanceof IllegalArgumentException || e instanceof IllegalStateException) {
            return new ChatException(Kind.REFUSED, "Discord takes no such message", false, null, e);
        }
        return new ChatException(Kind.UNAVAILABLE, "Discord cannot be reached", true, null, e);
    }

    private static ChatException refused(ErrorResponseException e) {
        ErrorResponse why = e.getErrorResponse();
        if (e.getResponse().isError() || e.getCause() instanceof IOException || e.getErrorCode() < 0) {
            return new ChatException(Kind.UNAVAILABLE, "Discord cannot be reached", true, null, e);
        }
        int status = e.getResponse().code;
        if (status >= SERVER_ERROR) {
            return new ChatException(Kind.UNAVAILABLE, "Discord stumbled (" + status + ")", true, null, e);
        }
        if (status == TOO_FAST) {
            return new ChatException(Kind.RATE_LIMITED, "Discord wants a pause", false, null, e);
        }
        if (GONE.containsKey(why) || status == NOT_FOUND) {
            return new ChatException(Kind.GONE, GONE.getOrDefault(why, "it is gone"), false, null, e);
        }
        if (status == UNAUTHORIZED) {
            // nothing is wrong with what was sent: it is for the next start, with a token that is taken
            return new ChatException(Kind.UNAVAILABLE, "DISCORD_TOKEN is no longer taken", false, null, e);
        }
        if (status == FORBIDDEN || FORBIDDING.containsKey(why)) {
            return new ChatException(
                    Kind.FORBIDDEN, FORBIDDING.getOrDefault(why, "I may not do that there"), false, null, e);
        }
        return new ChatException(
                Kind.REFUSED, "Discord takes no such message (" + e.getErrorCode() + ")", false, null, e);
    }
}
