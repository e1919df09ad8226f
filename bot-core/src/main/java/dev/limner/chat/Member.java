package dev.limner.chat;

import java.util.Set;

/**
 * A person as seen in one place.
 *
 * @param moderator whether the platform's own roles make this person a moderator there
 * @param roles the names of the person's roles there; empty where the platform has none
 */
public record Member(UserRef user, String displayName, boolean moderator, Set<String> roles) {
    public Member {
        roles = Set.copyOf(roles);
    }

    /** Without roles. */
    public Member(UserRef user, String displayName, boolean moderator) {
        this(user, displayName, moderator, Set.of());
    }
}
