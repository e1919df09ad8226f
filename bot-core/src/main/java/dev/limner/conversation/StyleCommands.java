package dev.limner.conversation;

import dev.limner.character.StylePreset;
import dev.limner.character.Styles;
import dev.limner.chat.ChatException;
import dev.limner.input.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /style}: the look of a channel's pictures. */
final class StyleCommands {
    private final Styles styles;

    StyleCommands(Styles styles) {
        this.styles = styles;
    }

    Map<String, CommandHandler> handlers() {
        return Map.of(
                "style set", this::set,
                "style save", this::save,
                "style list", this::list,
                "style remove", this::remove);
    }

    private void set(CommandContext command) throws RefusedException, ChatException {
        Optional<StylePreset> active =
                styles.set(command.place(), command.invocation().required("name"));
        command.answer(active.map(preset -> "Pictures here are now drawn as " + preset.name() + ": " + preset.prefix())
                .orElse("Pictures here are now drawn without a style."));
    }

    private void save(CommandContext command) throws RefusedException, ChatException {
        StylePreset saved = styles.save(
                command.place(),
                command.by(),
                command.invocation().required("name"),
                command.invocation().required("prefix"),
                command.invocation().text("negative").orElse(null),
                command.invocation().text("tags").orElse(null));
        command.answer("Saved the style " + saved.name() + ". Use it with /style set " + saved.name()
                + TagAdvice.on(saved.prefix(), saved.tags()));
    }

    private void list(CommandContext command) throws ChatException {
        List<StylePreset> all = styles.list(command.place());
        if (all.isEmpty()) {
            command.answer("There are no styles yet. Save one: /style save inkwash ink wash illustration, {prompt}");
            return;
        }
        String active = styles.active(command.place()).map(StylePreset::name).orElse("");
        StringBuilder answer = new StringBuilder("Styles:");
        for (StylePreset preset : all) {
            answer.append("\n• ").append(preset.name());
            answer.append(preset.name().equals(active) ? " (in use): " : ": ").append(preset.prefix());
        }
        command.answer(answer.toString());
    }

    private void remove(CommandContext command) throws RefusedException, ChatException {
        StylePreset removed = styles.remove(
                command.place(), command.by(), command.invocation().required("name"));
        command.answer("Removed the style " + removed.name() + ".");
    }
}
