package dev.limner.illustration;

import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import dev.limner.input.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may ask for a picture, where one can be shown, and how many may wait. Thread-safe; blocks. */
final class Admission {
    /** So many pictures may one requester have waiting; more would only make the queue a lie. */
    static final int MOST_WAITING = 10;

    private final IllustrationRepository illustrations;
    private final Drafting drafting;
    private final Platforms platforms;

    Admission(IllustrationRepository illustrations, Drafting drafting, Platforms platforms) {
        this.illustrations = illustrations;
        this.drafting = drafting;
        this.platforms = platforms;
    }

    void refuseIfMayNotAsk(Place place, Member by) throws RefusedException {
        refuseIfMayNotDraw(place, by);
        refuseIfTooManyWait(by.user());
    }

    /** Also where the picture could not be shown. */
    void refuseIfMayNotDraw(Place place, Member by) throws RefusedException {
        List<String> roles = drafting.settingsOf(place).drawRoles();
        boolean has = by.roles().stream().anyMatch(role -> roles.stream().anyMatch(role::equalsIgnoreCase));
        if (!roles.isEmpty() && !has && !by.moderator()) {
            throw new RefusedException(whoMayDraw(roles));
        }
        Optional<String> hindrance = platforms.postingHindrance(place);
        if (hindrance.isPresent()) {
            throw new RefusedException(hindrance.get());
        }
    }

    /** @param roles moderators may draw whether or not they are named as well */
    private static String whoMayDraw(List<String> roles) {
        String others = roles.stream()
                .filter(role -> !role.equalsIgnoreCase("moderators") && !role.equalsIgnoreCase("moderator"))
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? "Only moderators may ask for pictures here. Ask one of them."
                : "Only moderators and those with one of these roles may ask for pictures here: " + others
                        + ". Ask one of them.";
    }

    void refuseIfTooManyWait(UserRef requester) throws RefusedException {
        int open = illustrations.unfinished(requester);
        if (open >= MOST_WAITING) {
            throw new RefusedException("You have " + open
                    + " pictures waiting, which is as many as one person may. Wait for one, or cancel one.");
        }
    }
}
