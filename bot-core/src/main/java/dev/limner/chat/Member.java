package dev.limner.chat;

import dev.limner.input.UserText;
import java.util.Set;

/**
 * A person as seen in one place.
 *
 * @param displayName without marks that would turn what is said around it
 * @param moderator whether the platform's own roles make this person a moderator there
 * @param roles the names of the person's roles there; empty where the platform has none
 */
public record Member(UserRef user, String displayName, boolean moderator, Set<String> roles) {
    public Member {
        displayName = UserText.shownName(displayName);
        roles = Set.copyOf(roles);
    }

    /** Without roles. */
    public Member(UserRef user, String displayName, boolean moderator) {
        this(user, displayName, moderator, Set.of());
    }
}
