package dev.limner.scenewriter;

import java.util.Locale;

/** The scene writer gave nothing usable; the message says why and holds neither the key nor the story. */
public final class SceneWriterException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean again;
    private final boolean schema;
    private final boolean sampling;

    private SceneWriterException(String why, boolean again, boolean schema, boolean sampling) {
        super(why);
        this.again = again;
        this.schema = schema;
        this.sampling = sampling;
    }

    static SceneWriterException of(String why, boolean again) {
        return new SceneWriterException(why, again, false, false);
    }

    static SceneWriterException late() {
        return new SceneWriterException("did not answer in time", false, false, false);
    }

    static SceneWriterException status(int code, String body) {
        String said = body.toLowerCase(Locale.ROOT);
        boolean sampling = code == 400 && (said.contains("max_tokens") || said.contains("temperature"));
        boolean schema = code == 400 && !sampling && (said.contains("response_format") || said.contains("json"));
        boolean again = schema || sampling || code == 408 || code == 409 || code == 429 || code >= 500;
        return new SceneWriterException("answered with status " + code, again, schema, sampling);
    }

    boolean mayHelpToAskAgain() {
        return again;
    }

    /** Whether the server would not take the shape that the answer is to have. */
    boolean dislikesSchema() {
        return schema;
    }

    /** Whether it would not take how to sample. */
    boolean dislikesSampling() {
        return sampling;
    }
}
