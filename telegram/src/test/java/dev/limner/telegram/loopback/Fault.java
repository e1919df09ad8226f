package dev.limner.telegram.loopback;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one call.
 *
 * @param refusal answered in the API's own way; null for the other kinds
 * @param body in place of an answer; empty for the other kinds
 * @param meanwhile happens before the call fails, and after it was done where it is done
 */
public record Fault(Kind kind, @Nullable Refusal refusal, String body, Runnable meanwhile) {

    /** Beside the API's own refusals. */
    public enum Kind {
        /** Nothing goes wrong, so that it is the next call that fails. */
        NONE,
        REFUSED,
        /** A page of a proxy in front of the server. */
        HTML_502,
        /** Status 200, with something else than an answer. */
        NO_ANSWER,
        /** The connection ends before anything was done. */
        CUT_BEFORE,
        /** It was done, and the connection ends before the answer. */
        CUT_AFTER,
        /** No answer until the server is closed. */
        HANG
    }

    public static Fault of(Refusal refusal) {
        return new Fault(Kind.REFUSED, refusal, "", () -> {});
    }

    public static Fault of(Kind kind) {
        return of(kind, () -> {});
    }

    /** Such as the death of whoever called. */
    public static Fault of(Kind kind, Runnable meanwhile) {
        return new Fault(kind, null, "", meanwhile);
    }

    /** Status 200 with this as its JSON. */
    public static Fault noAnswer(String body) {
        return new Fault(Kind.NO_ANSWER, null, body, () -> {});
    }
}
