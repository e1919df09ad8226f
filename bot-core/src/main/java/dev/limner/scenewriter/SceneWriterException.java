package dev.limner.scenewriter;

/** The scene writer gave nothing usable; the message says why and holds neither the key nor the story. */
public final class SceneWriterException extends Exception {
    private static final long serialVersionUID = 2;

    private final Cure cure;

    SceneWriterException(String why, Cure cure) {
        super(why);
        this.cure = cure;
    }

    static SceneWriterException late() {
        return new SceneWriterException("did not answer in time", Cure.NONE);
    }

    static SceneWriterException refused() {
        return new SceneWriterException("refused", Cure.NONE);
    }

    static SceneWriterException status(int code, String body) {
        return new SceneWriterException("answered with status " + code, Cure.of(code, body));
    }

    Cure cure() {
        return cure;
    }
}
