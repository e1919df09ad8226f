package dev.limner.prompt.voice;

/**
 * Whether a sentence shows by itself who does what it tells.
 *
 * @param named the sentence with its speaker, for {@link Kind#UNNAMED} and {@link Kind#FRAGMENT}; otherwise empty
 */
public record Voice(Kind kind, String named) {

    /** Who does what is told. */
    public enum Kind {
        /** Nobody: what there is and what happens. */
        NOBODY,
        /** Somebody speaks. */
        SPEECH,
        /** Its speaker, by name. */
        OWN,
        /** Somebody else, or nobody knows who. */
        OTHER,
        /** Its speaker, but it does not say who that is: {@code I run}. */
        UNNAMED,
        /** Its speaker, but it has no subject: {@code runs}. */
        FRAGMENT
    }

    public static final Voice NOBODY = new Voice(Kind.NOBODY, "");
    public static final Voice SPEECH = new Voice(Kind.SPEECH, "");
    public static final Voice OWN = new Voice(Kind.OWN, "");
    public static final Voice OTHER = new Voice(Kind.OTHER, "");

    public static Voice unnamed(String named) {
        return new Voice(Kind.UNNAMED, named);
    }

    public static Voice fragment(String named) {
        return new Voice(Kind.FRAGMENT, named);
    }

    /** In other words. */
    public Voice named(String words) {
        return new Voice(kind, words);
    }

    public boolean isSpeech() {
        return kind == Kind.SPEECH;
    }

    public boolean isFragment() {
        return kind == Kind.FRAGMENT;
    }

    public boolean isUnnamed() {
        return kind == Kind.UNNAMED || isFragment();
    }

    /** Whether whoever reads on takes somebody else for the one who acts. */
    public boolean turns() {
        return kind != Kind.NOBODY && kind != Kind.SPEECH;
    }
}
