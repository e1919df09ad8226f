package dev.limner.command;

/** What kind of value an option takes; names of kept things can be completed while typing. */
public enum OptionType {
    TEXT,
    INTEGER,
    CHOICE,
    IMAGE,
    MEMBER,
    AVATAR,
    CHARACTER,
    STYLE,
    /** Avatar tags, one behind another. */
    TAGS;

    /** Whether its value is words: prose, or the name of something. */
    public boolean isText() {
        return this == TEXT || this == TAGS || isName();
    }

    /** Whether its value names something that is kept. */
    public boolean isName() {
        return this == AVATAR || this == CHARACTER || this == STYLE;
    }
}
