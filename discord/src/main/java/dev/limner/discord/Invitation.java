package dev.limner.discord;

import java.util.List;
import net.dv8tion.jda.api.Permission;

/** The link by which a server's owner invites the bot, with exactly what it needs. */
final class Invitation {
    static final List<Permission> NEEDED = List.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MESSAGE_ATTACH_FILES,
            Permission.MESSAGE_HISTORY);

    private Invitation() {}

    static String link(String applicationId) {
        return "https://discord.com/oauth2/authorize?client_id=" + applicationId + "&scope=bot+applications.commands"
                + "&permissions=" + Permission.getRaw(NEEDED);
    }
}
