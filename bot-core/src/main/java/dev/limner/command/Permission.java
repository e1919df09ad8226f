package dev.limner.command;

/** Who may give a command. */
public enum Permission {
    EVERYONE,
    MODERATOR
}
