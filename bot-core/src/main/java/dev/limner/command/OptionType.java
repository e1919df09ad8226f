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
    STYLE
}
