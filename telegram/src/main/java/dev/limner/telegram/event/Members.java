package dev.limner.telegram.event;

import dev.limner.chat.Member;
import dev.limner.telegram.post.Address;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Whoever wants something, and whether they may moderate. Thread-safe; blocks. */
final class Members {
    private final Administrators administrators;

    Members(Administrators administrators) {
        this.administrators = administrators;
    }

    Member of(Message message) {
        Chat sender = message.getSenderChat();
        if (sender != null) {
            return Origin.inTheNameOf(sender, Origin.isAnonymousAdministrator(message));
        }
        return of(message.getFrom(), Origin.address(message));
    }

    Member of(@Nullable User user, Address address) {
        if (user == null) {
            throw new IllegalArgumentException("nobody said it");
        }
        return new Member(Origin.user(user), Origin.name(user), administrators.includes(address.chat(), user.getId()));
    }
}
