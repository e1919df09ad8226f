package dev.limner.telegram.event;

import java.util.Set;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;

/**
 * Who the bot is on Telegram.
 *
 * @param userName without the at sign
 * @param readsAll whether privacy mode is off, so that groups show it every message
 */
public record Bot(long id, String userName, boolean readsAll) {
    private static final Set<String> OUT = Set.of("left", "kicked");

    /** Whether that is no member (Bot API, "ChatMember"): who is restricted may be out as well. */
    public static boolean isOut(ChatMember member) {
        return OUT.contains(member.getStatus())
                || (member instanceof ChatMemberRestricted restricted
                        && Boolean.FALSE.equals(restricted.getIsMember()));
    }
}
