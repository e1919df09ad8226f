package dev.limner.scenewriter;

import java.util.Locale;

/** What may help where a server gave nothing usable. */
enum Cure {
    NONE(false),
    AGAIN(false),
    MORE_ROOM(false),
    /** With more room as well, for those that do not know the wish. */
    NO_THOUGHT(false),
    NO_SHAPE(true),
    NO_SAMPLING(true),
    NO_LIMIT(true),
    NO_SYSTEM(true),
    NO_EFFORT(true);

    private final boolean rejected;

    Cure(boolean rejected) {
        this.rejected = rejected;
    }

    /** Whether the server would not take the question as it was put, so that nothing was written yet. */
    boolean isOfRejected() {
        return rejected;
    }

    /**
     * @param code of HTTP; 422 is how those built on FastAPI say 400
     * @param body what the server said; only some words are looked for in it
     */
    static Cure of(int code, String body) {
        String said = body.toLowerCase(Locale.ROOT);
        boolean names = said.contains("response_format") || said.contains("grammar") || said.contains("schema");
        boolean system = said.contains("system") && (said.contains("role") || said.contains("system message"));
        if ((code == 400 || code == 422 || code == 500) && (system || said.contains("roles must alternate"))) {
            return NO_SYSTEM;
        }
        if (code == 400 || code == 422) {
            if (said.contains("context")) {
                return NO_LIMIT;
            }
            if (said.contains("reasoning_effort")) {
                return NO_EFFORT;
            }
            if (said.contains("max_tokens") || said.contains("temperature")) {
                return NO_SAMPLING;
            }
            return names || said.contains("json") ? NO_SHAPE : NONE;
        }
        if (code >= 500) {
            return names ? NO_SHAPE : AGAIN;
        }
        return code == 408 || code == 409 || code == 429 ? AGAIN : NONE;
    }
}
