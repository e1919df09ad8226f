package dev.limner.discord;

import dev.limner.chat.ChatException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;

/**
 * Whether the bot can work on Discord, as Discord itself says.
 *
 * @param works whether it can be started and follows stories
 * @param findings what was found
 * @param fixes what to do; empty when all is well
 */
public record DiscordDiagnosis(boolean works, List<String> findings, List<String> fixes) {
    public DiscordDiagnosis {
        findings = List.copyOf(findings);
        fixes = List.copyOf(fixes);
    }

    /** Asks Discord, without connecting to its gateway. Blocks. */
    public static DiscordDiagnosis of(DiscordSettings settings) {
        try (PlainRest discord = new PlainRest(settings)) {
            return of(Application.ask(discord), discord);
        } catch (ChatException e) {
            // its message names the fix
            return new DiscordDiagnosis(false, List.of(String.valueOf(e.getMessage())), List.of());
        }
    }

    private static DiscordDiagnosis of(Application application, PlainRest discord) {
        List<String> findings = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        findings.add("token taken, application " + application.name());
        findings.add("connections recommended: " + application.shards());
        findings.add("invite: " + Invitation.link(application.id()));
        if (application.readsContent()) {
            findings.add("may read what is written");
        } else {
            findings.add("may not read what is written, so stories cannot be followed");
            fixes.add("turn on Message Content Intent in the developer portal, under Bot, and start again");
        }
        try {
            List<Membership> memberships = Membership.ask(discord);
            findings.add(servers(memberships));
            lacking(memberships, findings, fixes);
        } catch (ChatException e) {
            findings.add("its servers were not told: " + e.getMessage());
        }
        return new DiscordDiagnosis(application.readsContent(), findings, fixes);
    }

    private static void lacking(List<Membership> memberships, List<String> findings, List<String> fixes) {
        for (Membership membership : memberships) {
            if (!membership.missing().isEmpty()) {
                findings.add("in " + membership.server() + " it lacks "
                        + membership.missing().stream().map(Permission::getName).collect(Collectors.joining(", ")));
                fixes.add("give its role these permissions in " + membership.server()
                        + " (Server Settings, Roles), or invite it there again by the link above");
            }
        }
    }

    private static String servers(List<Membership> memberships) {
        return switch (memberships.size()) {
            case 0 -> "in no server yet; invite it by the link above";
            case Membership.MOST -> "in " + Membership.MOST + " servers or more, of which the first were looked at";
            default -> "servers: " + memberships.size();
        };
    }
}
