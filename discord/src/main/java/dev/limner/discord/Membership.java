package dev.limner.discord;

import dev.limner.chat.ChatException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * A server that the bot is in, and which of the permissions that it needs it lacks there; a channel may still give or take
 * any of them.
 */
record Membership(String server, List<Permission> missing) {
    /** As many as one request may name ("Get Current User Guilds"). */
    static final int MOST = 200;

    Membership {
        missing = List.copyOf(missing);
    }

    /** The first {@value #MOST}. Blocks. */
    static List<Membership> ask(PlainRest discord) throws ChatException {
        DataArray servers = discord.array("users/@me/guilds?limit=" + MOST);
        List<Membership> all = new ArrayList<>();
        for (int i = 0; i < servers.length(); i++) {
            DataObject server = servers.getObject(i);
            all.add(new Membership(server.getString("name", "?"), missing(server)));
        }
        return all;
    }

    /** The ids of all servers that the bot is in, unavailable ones too. Blocks. */
    static Set<String> ids(JDA jda) throws ChatException {
        Set<String> ids = new HashSet<>();
        String last = "0";
        DataArray page;
        do {
            page = Requests.list(
                    jda,
                    Route.Self.GET_GUILDS.compile().withQueryParams("limit", Integer.toString(MOST), "after", last));
            for (int i = 0; i < page.length(); i++) {
                last = page.getObject(i).getString("id");
                ids.add(last);
            }
        } while (page.length() == MOST);
        return ids;
    }

    private static List<Permission> missing(DataObject server) {
        EnumSet<Permission> held;
        try {
            held = Permission.getPermissions(server.getLong("permissions", 0));
        } catch (ParsingException notSaid) {
            return List.of();
        }
        return held.contains(Permission.ADMINISTRATOR)
                ? List.of()
                : Invitation.NEEDED.stream()
                        .filter(needed -> !held.contains(needed))
                        .toList();
    }
}
