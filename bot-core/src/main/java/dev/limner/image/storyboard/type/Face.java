package dev.limner.image.storyboard.type;

/** The bundled fonts, by what they are for. */
public enum Face {
    TEXT("EBGaramond12-Regular.otf"),
    ITALIC("EBGaramond12-Italic.otf"),
    LABEL("Cabin-Regular.otf"),
    STRONG("Cabin-Bold.otf");

    /** Room kept above and below the baseline, in ems; covers accents on capitals and descenders of both families. */
    public static final double ASCENT = 0.80;

    public static final double DESCENT = 0.28;

    private final String file;

    Face(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }
}
