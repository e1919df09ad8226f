package dev.limner.telegram;

import dev.limner.chat.ChatException;
import dev.limner.telegram.api.BotAddress;
import dev.limner.telegram.api.BotApi;
import dev.limner.telegram.event.Bot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/** What is right and wrong with the bot at Telegram, for its operator. Blocks. */
public final class TelegramCheck {
    private TelegramCheck() {}

    /**
     * What was found.
     *
     * @param fixes what to do; empty when all is well
     */
    public record Finding(List<String> findings, List<String> fixes) {
        public Finding {
            findings = List.copyOf(findings);
            fixes = List.copyOf(fixes);
        }
    }

    /** Looks at the token, at a webhook that would keep updates from being polled, and at privacy mode. */
    public static Finding of(BotAddress address) {
        List<String> findings = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        try (BotApi api = new BotApi(address, InstantSource.system())) {
            Bot bot = new Profile(api).bot();
            findings.add("the token is that of @" + bot.userName());
            if (bot.readsAll()) {
                findings.add("privacy mode is off: groups show it every message");
            } else {
                findings.add(
                        "privacy mode is on: groups where it is no administrator show it commands and replies only");
                fixes.add(
                        "make the bot an administrator of the groups whose story it is to follow: nothing is lost with"
                                + " that; or send /setprivacy to @BotFather, choose @" + bot.userName()
                                + ", Disable, then remove"
                                + " the bot from its groups and add it again, which forgets the stories that it followed there,"
                                + " so that /story on is to be given anew");
            }
            webhook(api, findings, fixes);
        } catch (ChatException e) {
            findings.add(String.valueOf(e.getMessage()));
            fixes.add(
                    "mend that, then run limner doctor again; a bot that runs goes on trying, unless it is the token");
        }
        return new Finding(findings, fixes);
    }

    private static void webhook(BotApi api, List<String> findings, List<String> fixes) throws ChatException {
        WebhookInfo webhook = api.call(new GetWebhookInfo());
        String url = webhook.getUrl();
        if (url != null && !url.isEmpty()) {
            findings.add("a webhook is set, so updates cannot be polled");
            fixes.add("end what uses the webhook, and call deleteWebhook with this token");
        }
    }
}
