package dev.limner.app.config;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How Telegram is reached.
 *
 * @param api base address of the Bot API
 */
public record TelegramSettings(Secret token, URI api) {
    /** As @BotFather gives them: the bot's number, a colon, and a secret. */
    private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]+");

    /** Empty where no token is set. */
    static Optional<TelegramSettings> read(Settings settings) throws ConfigurationException {
        URI api = settings.address(Key.TELEGRAM_API_URL);
        Optional<Secret> token = settings.secret(Key.TELEGRAM_TOKEN);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        if (!TOKEN.matcher(token.get().reveal()).matches()) {
            throw Settings.wrong(
                    Key.TELEGRAM_TOKEN,
                    "is no token of Telegram, such as 123456:ABC-DEF; copy it anew from @BotFather");
        }
        return Optional.of(new TelegramSettings(token.get(), api));
    }
}
