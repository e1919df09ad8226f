package dev.limner.chat;

/**
 * A person as seen in one place.
 *
 * @param moderator whether the platform's own roles make this person a moderator there
 */
public record Member(UserRef user, String displayName, boolean moderator) {}
