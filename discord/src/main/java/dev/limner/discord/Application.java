package dev.limner.discord;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What Discord says of the bot's application, before any connection to the gateway.
 *
 * @param readsContent whether the operator turned Message Content on in the developer portal
 * @param shards how many connections Discord recommends
 */
record Application(String id, String name, boolean readsContent, int shards) {
    /** Discord's documentation, "Application Flags": GATEWAY_MESSAGE_CONTENT and, below 100 servers, its limited form. */
    private static final int CONTENT = 1 << 18 | 1 << 19;

    /** Asks Discord. Blocks. */
    static Application ask(PlainRest discord) throws ChatException {
        DataObject application = discord.object("applications/@me");
        DataObject gateway = discord.object("gateway/bot");
        try {
            return new Application(
                    application.getString("id"),
                    application.getString("name", "?"),
                    (application.getInt("flags", 0) & CONTENT) != 0,
                    gateway.getInt("shards", 1));
        } catch (ParsingException e) {
            throw new ChatException(Kind.REFUSED, "what answers is not Discord; check DISCORD_API_URL", false, null, e);
        }
    }
}
