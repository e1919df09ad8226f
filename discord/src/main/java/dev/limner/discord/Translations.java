package dev.limner.discord;

import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSpec;
import dev.limner.command.OptionSpec;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** What the catalogue says in the languages that both it and Discord know. Pure. */
final class Translations {
    private final Map<DiscordLocale, CommandCatalog> catalogs = new EnumMap<>(DiscordLocale.class);

    Translations(CommandCatalog catalog) {
        for (Locale language : CommandCatalog.translations()) {
            DiscordLocale known = DiscordLocale.from(language);
            if (known != DiscordLocale.UNKNOWN) {
                catalogs.put(known, catalog.in(language));
            }
        }
    }

    /** @param command as a whole */
    Map<DiscordLocale, String> of(String command) {
        return each(catalog -> catalog.description(command));
    }

    Map<DiscordLocale, String> of(CommandSpec command) {
        return each(catalog -> the(catalog, command).description());
    }

    Map<DiscordLocale, String> of(CommandSpec command, OptionSpec option) {
        return each(catalog ->
                the(catalog, command).option(option.name()).orElseThrow().description());
    }

    private Map<DiscordLocale, String> each(Function<CommandCatalog, String> text) {
        Map<DiscordLocale, String> texts = new EnumMap<>(DiscordLocale.class);
        catalogs.forEach((language, catalog) -> texts.put(language, text.apply(catalog)));
        return texts;
    }

    private static CommandSpec the(CommandCatalog catalog, CommandSpec command) {
        return catalog.find(command.name(), command.sub()).orElseThrow();
    }
}
