package dev.limner.discord;

import dev.limner.chat.ChatException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the bot can work on Discord, as Discord itself says.
 *
 * @param findings what was found
 * @param fixes what to do; empty when it works
 */
public record DiscordDiagnosis(boolean works, List<String> findings, List<String> fixes) {
    public DiscordDiagnosis {
        findings = List.copyOf(findings);
        fixes = List.copyOf(fixes);
    }

    /** Asks Discord, without connecting to its gateway. Blocks. */
    public static DiscordDiagnosis of(DiscordSettings settings) {
        try {
            return of(Application.ask(settings));
        } catch (ChatException e) {
            // its message names the fix
            return new DiscordDiagnosis(false, List.of(String.valueOf(e.getMessage())), List.of());
        }
    }

    private static DiscordDiagnosis of(Application application) {
        List<String> findings = new ArrayList<>();
        findings.add("token taken, application " + application.name());
        findings.add("connections recommended: " + application.shards());
        findings.add("invite: " + Invitation.link(application.id()));
        if (application.readsContent()) {
            findings.add("may read what is written");
            return new DiscordDiagnosis(true, findings, List.of());
        }
        findings.add("may not read what is written, so stories cannot be followed");
        return new DiscordDiagnosis(
                false,
                findings,
                List.of("turn on Message Content Intent in the developer portal, under Bot, and start again"));
    }
}
