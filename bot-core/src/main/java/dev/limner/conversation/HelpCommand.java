package dev.limner.conversation;

import dev.limner.chat.ChatException;
import dev.limner.command.CommandCatalog;
import dev.limner.command.HelpText;
import java.util.Map;

/** {@code /help}. */
final class HelpCommand {
    private final HelpText help;

    HelpCommand(CommandCatalog catalog) {
        this.help = new HelpText(catalog);
    }

    Map<String, CommandHandler> handlers() {
        return Map.of("help", this::help);
    }

    private void help(CommandContext command) throws ChatException {
        command.answer(help.about(command.invocation().text("topic").orElse("")));
    }
}
