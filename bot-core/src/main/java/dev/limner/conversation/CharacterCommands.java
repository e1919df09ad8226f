package dev.limner.conversation;

import dev.limner.character.CharacterOptions;
import dev.limner.character.Characters;
import dev.limner.character.Player;
import dev.limner.character.StateChange;
import dev.limner.character.StoryCharacter;
import dev.limner.chat.ChatException;
import dev.limner.chat.UserRef;
import dev.limner.command.OptionValue;
import dev.limner.input.RefusedException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /character}: who is in the story, and how they look. */
final class CharacterCommands {
    private static final int EARLIER_SHOWN = 5;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Characters characters;

    CharacterCommands(Characters characters) {
        this.characters = characters;
    }

    Map<String, CommandHandler> handlers() {
        return Map.of(
                "character set", this::set,
                "character state", this::state,
                "character list", this::list,
                "character show", this::show,
                "character remove", this::remove);
    }

    private void set(CommandContext command) throws RefusedException, ChatException {
        var given = command.invocation();
        CharacterOptions options = new CharacterOptions(
                given.required("name"),
                given.text("prefix").orElse(null),
                given.text("negative").orElse(null),
                given.text("aliases").orElse(null),
                given.text("tags").orElse(null),
                player(command).orElse(null),
                given.text("proxy").orElse(null));
        StoryCharacter character = characters.set(command.place(), command.by(), options);
        command.answer(described(character) + TagAdvice.on(character.prefix(), character.tags()));
    }

    /** A name alone, as typed commands give it, can only be told from a stranger's by the platform. */
    private static Optional<Player> player(CommandContext command) throws RefusedException {
        Optional<OptionValue.Person> given = command.invocation().person("player");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String id = given.get().userId();
        if (id == null) {
            throw new RefusedException("I know nobody here by the name of "
                    + given.get().displayName() + ". Name a member of this place as the player.");
        }
        UserRef user = new UserRef(command.place().channel().platform(), id);
        return Optional.of(new Player(user, given.get().displayName()));
    }

    private void state(CommandContext command) throws RefusedException, ChatException {
        String name = command.invocation().required("name");
        NamedFirst given =
                NamedFirst.split(name, characters.list(command.place())).orElse(new NamedFirst(name, ""));
        StoryCharacter character = characters.state(
                command.place(),
                command.by(),
                given.name(),
                command.invocation().text("text").orElse(given.rest()));
        command.answer(
                character.state().isEmpty()
                        ? character.name() + " is as their prefix says again."
                        : character.name() + " from now on: " + character.state());
    }

    private void list(CommandContext command) throws ChatException {
        List<StoryCharacter> all = characters.list(command.place());
        if (all.isEmpty()) {
            command.answer("There are no characters yet. Add one: /character set Mira a lean elf of forty, ...");
            return;
        }
        StringBuilder answer = new StringBuilder("Characters:");
        for (StoryCharacter character : all) {
            answer.append("\n• ").append(character.name());
            if (!character.aliases().isEmpty()) {
                answer.append(" (")
                        .append(String.join(", ", character.aliases()))
                        .append(')');
            }
            answer.append(": ").append(character.prefix());
        }
        command.answer(answer.toString());
    }

    private void show(CommandContext command) throws RefusedException, ChatException {
        StoryCharacter character =
                characters.show(command.place(), command.invocation().required("name"));
        command.answer(described(character) + earlier(characters.states(character)));
    }

    private void remove(CommandContext command) throws RefusedException, ChatException {
        StoryCharacter removed = characters.remove(
                command.place(), command.by(), command.invocation().required("name"));
        command.answer("Removed " + removed.name() + ".");
    }

    private static String described(StoryCharacter character) {
        StringBuilder text = new StringBuilder(character.name()).append(": ").append(character.prefix());
        line(text, "Also called", String.join(", ", character.aliases()));
        line(text, "Not to be seen", character.negative());
        line(text, "Tags", String.join(" ", character.tags()));
        line(text, "Now", character.state());
        line(text, "Played by", playedBy(character.player()));
        line(text, "Proxy", character.proxy() == null ? "" : character.proxy());
        return text.toString();
    }

    private static String playedBy(@Nullable Player player) {
        if (player == null) {
            return "";
        }
        return player.name().isEmpty() ? "a member whose name was not kept; set the player again" : player.name();
    }

    /** The states before the present one, newest first. */
    private static String earlier(List<StateChange> states) {
        StringBuilder text = new StringBuilder();
        List<StateChange> before = states.subList(Math.min(1, states.size()), states.size());
        before.stream()
                .limit(EARLIER_SHOWN)
                .forEach(change -> text.append("\n\u2022 ")
                        .append(DAY.format(change.since()))
                        .append(": ")
                        .append(change.state().isEmpty() ? "as the prefix says" : change.state()));
        if (before.size() > EARLIER_SHOWN) {
            text.append("\n… and ").append(before.size() - EARLIER_SHOWN).append(" older");
        }
        return text.isEmpty() ? "" : "\nBefore:" + text;
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append('\n').append(label).append(": ").append(value);
        }
    }
}
