package dev.limner.conversation;

import dev.limner.character.Settings;
import dev.limner.chat.ChatException;
import dev.limner.input.RefusedException;
import java.util.Map;

/** {@code /settings}: how a channel's pictures are made and kept. */
final class SettingsCommands {
    private final Settings settings;

    SettingsCommands(Settings settings) {
        this.settings = settings;
    }

    Map<String, CommandHandler> handlers() {
        return Map.of("settings show", this::show, "settings set", this::set);
    }

    private void show(CommandContext command) throws ChatException {
        StringBuilder answer = new StringBuilder("Settings here:");
        settings.show(command.place())
                .forEach((key, value) ->
                        answer.append("\n• ").append(key.word()).append(": ").append(value));
        command.answer(answer.toString());
    }

    private void set(CommandContext command) throws RefusedException, ChatException {
        String key = command.invocation().required("key");
        String value = command.invocation().required("value");
        String kept = settings.set(command.place(), command.by(), key, value);
        command.answer(key + " is now " + kept + ".");
    }
}
