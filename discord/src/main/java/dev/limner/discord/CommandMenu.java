package dev.limner.discord;

import dev.limner.chat.ChatException;
import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSpec;
import dev.limner.command.OptionSpec;
import dev.limner.command.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue as Discord's commands, described in each language that there is. */
final class CommandMenu {
    /** The entry in a message's menu. */
    static final String ILLUSTRATE = "Illustrate this";

    private static final Logger log = LoggerFactory.getLogger(CommandMenu.class);

    private final CommandCatalog catalog;
    private final Translations translations;

    private CommandMenu(CommandCatalog catalog) {
        this.catalog = catalog;
        this.translations = new Translations(catalog);
    }

    /** Registers all in one request, and only what differs from what is registered. Blocks. */
    static void register(JDA jda, CommandCatalog catalog) throws ChatException {
        List<CommandData> wanted = of(catalog);
        try {
            List<Command> registered = jda.retrieveCommands(true).complete();
            if (comparable(wanted)
                    .equals(comparable(registered.stream()
                            .map(command -> (CommandData) CommandData.fromCommand(command))
                            .toList()))) {
                log.debug("the commands are registered as they are");
                return;
            }
            jda.updateCommands().addCommands(wanted).complete();
            log.info("registered {} commands", wanted.size());
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    static List<CommandData> of(CommandCatalog catalog) {
        return new CommandMenu(catalog).all();
    }

    private List<CommandData> all() {
        List<CommandData> all = new ArrayList<>();
        for (String name : catalog.names()) {
            all.add(slash(name, catalog.named(name)));
        }
        all.add(Commands.message(ILLUSTRATE).setContexts(InteractionContextType.GUILD));
        return all;
    }

    private static Map<String, Map<String, Object>> comparable(List<CommandData> commands) {
        Map<String, Map<String, Object>> byName = new TreeMap<>();
        commands.forEach(
                c -> byName.put(c.getType() + " " + c.getName(), c.toData().toMap()));
        return byName;
    }

    /** For everybody: Discord hides a whole command or none of it, and each has a part that is not for moderators alone. */
    private SlashCommandData slash(String name, List<CommandSpec> specs) {
        SlashCommandData data = Commands.slash(name, catalog.description(name))
                .setContexts(InteractionContextType.GUILD)
                .setDescriptionLocalizations(translations.of(name));
        for (CommandSpec spec : specs) {
            List<OptionData> options =
                    spec.options().stream().map(option -> option(spec, option)).toList();
            String sub = spec.sub();
            if (sub == null) {
                data.addOptions(options);
            } else {
                data.addSubcommands(new SubcommandData(sub, spec.description())
                        .setDescriptionLocalizations(translations.of(spec))
                        .addOptions(options));
            }
        }
        return data;
    }

    /** A picture may be left out, since a form asks for one that is missing. */
    private OptionData option(CommandSpec command, OptionSpec spec) {
        boolean required = spec.required() && spec.type() != OptionType.IMAGE;
        OptionData data = new OptionData(type(spec.type()), spec.name(), spec.description(), required)
                .setDescriptionLocalizations(translations.of(command, spec));
        switch (spec.type()) {
            case TEXT -> data.setMaxLength(spec.max());
            case AVATAR, CHARACTER, STYLE, TAGS -> data.setMaxLength(spec.max()).setAutoComplete(true);
            case INTEGER -> data.setRequiredRange(spec.min(), spec.max());
            case CHOICE -> spec.choices().forEach(choice -> data.addChoice(choice, choice));
            case IMAGE, MEMBER -> {
                // Discord's own pickers
            }
        }
        return data;
    }

    private static net.dv8tion.jda.api.interactions.commands.OptionType type(OptionType type) {
        return switch (type) {
            case TEXT, CHOICE, AVATAR, CHARACTER, STYLE, TAGS ->
                net.dv8tion.jda.api.interactions.commands.OptionType.STRING;
            case INTEGER -> net.dv8tion.jda.api.interactions.commands.OptionType.INTEGER;
            case IMAGE -> net.dv8tion.jda.api.interactions.commands.OptionType.ATTACHMENT;
            case MEMBER -> net.dv8tion.jda.api.interactions.commands.OptionType.USER;
        };
    }
}
