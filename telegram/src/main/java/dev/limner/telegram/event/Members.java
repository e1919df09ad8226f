package dev.limner.telegram.event;

import dev.limner.chat.Member;
import dev.limner.telegram.post.Address;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Whoever wants something, and whether they may moderate. Thread-safe; blocks. */
final class Members {
    /** What is said to whoever wants something meanwhile. */
    static final String UNKNOWN = "Telegram does not tell me at the moment who moderates here. Try again in a minute.";

    private final Administrators administrators;

    Members(Administrators administrators) {
        this.administrators = administrators;
    }

    /** @param known whether Telegram told whether they may moderate; nothing is done for them before it did */
    record Standing(Member member, boolean known) {}

    Standing of(Message message) {
        Chat sender = message.getSenderChat();
        if (sender != null) {
            return new Standing(Origin.inTheNameOf(sender, Origin.isAnonymousAdministrator(message)), true);
        }
        return of(message.getFrom(), Origin.address(message));
    }

    Standing of(@Nullable User user, Address address) {
        if (user == null) {
            throw new IllegalArgumentException("nobody said it");
        }
        try {
            return new Standing(member(user, administrators.includes(address.chat(), user.getId())), true);
        } catch (Administrators.Unknown e) {
            return new Standing(member(user, false), false);
        }
    }

    private static Member member(User user, boolean moderator) {
        return new Member(Origin.user(user), Origin.name(user), moderator);
    }
}
