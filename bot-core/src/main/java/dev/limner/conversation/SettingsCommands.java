package dev.limner.conversation;

import dev.limner.character.SettingKey;
import dev.limner.character.Settings;
import dev.limner.chat.ChatException;
import dev.limner.chat.Place;
import dev.limner.illustration.Drafting;
import dev.limner.image.BackendException;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Format;
import dev.limner.prompt.ModelFamily;
import java.util.Map;
import java.util.Optional;

/** {@code /settings}: how a channel's pictures are made and kept. */
final class SettingsCommands {
    private final Settings settings;
    private final Drafting drafting;

    SettingsCommands(Settings settings, Drafting drafting) {
        this.settings = settings;
        this.drafting = drafting;
    }

    Map<String, CommandHandler> handlers() {
        return Map.of(
                "settings show", CommandHandler.in(CommandHandler.Turn.ASIDE, this::show), "settings set", this::set);
    }

    private void show(CommandContext command) throws ChatException {
        StringBuilder answer = new StringBuilder("Settings here:");
        settings.show(command.place())
                .forEach((key, value) -> answer.append("\n• ")
                        .append(key.word())
                        .append(": ")
                        .append(value.equals(Settings.DEFAULT) ? inForce(key, command.place()) : value));
        command.answer(answer.toString());
    }

    /** What holds where nothing is set. */
    private String inForce(SettingKey key, Place place) {
        return switch (key) {
            case BACKEND -> drafting.backendFor(place) + " (default)";
            case MODEL -> family(place).map(ModelFamily::id).orElse("that of the image server") + " (default)";
            case SIZE -> family(place).map(SettingsCommands::sizes).orElse("that of the model") + " (default)";
            case SPOILER, METADATA -> "off (default)";
            case RETENTION -> "forever (default)";
            case DRAW_ROLES -> "everyone (default)";
        };
    }

    /** Empty where the server cannot be asked. */
    private Optional<ModelFamily> family(Place place) {
        try {
            return Optional.of(drafting.familyFor(place));
        } catch (BackendException e) {
            return Optional.empty();
        }
    }

    private static String sizes(ModelFamily family) {
        return size(family, Format.SQUARE) + ", portraits " + size(family, Format.UPRIGHT) + ", backgrounds "
                + size(family, Format.WIDE);
    }

    private static String size(ModelFamily family, Format format) {
        return family.width(format) + "x" + family.height(format);
    }

    private void set(CommandContext command) throws RefusedException, ChatException {
        String key = command.invocation().required("key");
        String value = command.invocation().required("value");
        String kept = settings.set(command.place(), command.by(), key, value);
        command.answer(key + " is now " + kept + ".");
    }
}
