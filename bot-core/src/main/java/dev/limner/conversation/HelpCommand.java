package dev.limner.conversation;

import dev.limner.chat.ChatException;
import dev.limner.command.CommandCatalog;
import dev.limner.command.HelpText;
import java.util.Map;
import java.util.Optional;

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
        Optional<String> topic = command.invocation().text("topic");
        command.answer(topic.isPresent() ? help.topic(topic.get()) : help.overview());
    }
}
