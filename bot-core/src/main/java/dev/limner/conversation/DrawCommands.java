package dev.limner.conversation;

import dev.limner.character.Characters;
import dev.limner.chat.ChatException;
import dev.limner.illustration.Illustrator;
import dev.limner.illustration.Order;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Mode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code /scene} and its kin: ask for a picture, or for the prompt alone. The picture's status is the answer. */
final class DrawCommands {
    private final Illustrator illustrator;
    private final Characters characters;

    DrawCommands(Illustrator illustrator, Characters characters) {
        this.illustrator = illustrator;
        this.characters = characters;
    }

    Map<String, CommandHandler> handlers() {
        return Map.of(
                "scene", command -> draw(command, Mode.SCENE),
                "last", command -> draw(command, Mode.LAST),
                "portrait", command -> draw(command, Mode.PORTRAIT),
                "background", command -> draw(command, Mode.BACKGROUND),
                "imagine", command -> draw(command, Mode.IMAGINE),
                "prompt", CommandHandler.in(CommandHandler.Turn.ASIDE, this::prompt));
    }

    private void draw(CommandContext command, Mode mode) throws RefusedException {
        illustrator.accept(new Order(
                command.place(), command.by(), ask(command, mode), command.message(), null, command.responder()));
    }

    private void prompt(CommandContext command) throws RefusedException, ChatException {
        Composition composition = illustrator.worded(command.place(), ask(command, Mode.SCENE));
        command.answer(PromptReport.of(composition));
    }

    private Ask ask(CommandContext command, Mode mode) {
        var given = command.invocation();
        Optional<NamedFirst> named =
                given.text("character").flatMap(line -> NamedFirst.split(line, characters.list(command.place())));
        return new Ask(
                mode,
                boxed(given.whole("messages")),
                named.map(NamedFirst::name).or(() -> given.text("character")).orElse(null),
                given.text("prompt").orElse(null),
                given.text("hint")
                        .or(() -> named.map(NamedFirst::rest).filter(rest -> !rest.isEmpty()))
                        .orElse(null),
                null,
                // moderators may use every avatar
                command.by().moderator() ? null : command.by().user().id());
    }

    private static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? (Integer) value.getAsInt() : null;
    }
}
