package dev.limner.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every command there is, declared once. */
public final class CommandCatalog {

    private final List<CommandSpec> commands;
    private final Map<String, String> descriptions;

    /**
     * @param descriptions of the commands as a whole, by name, for those that have subcommands
     */
    CommandCatalog(List<CommandSpec> commands, Map<String, String> descriptions) {
        this.commands = List.copyOf(commands);
        this.descriptions = Map.copyOf(descriptions);
    }

    /** The commands of Limner. */
    public static CommandCatalog standard() {
        return StandardCommands.CATALOG;
    }

    /** The languages other than English that {@link #in} knows, without countries. */
    public static List<Locale> translations() {
        return Translation.ALL;
    }

    /**
     * The same commands, described in another language. Their names are the same in all.
     *
     * @param locale of which the language counts; one that is not among {@link #translations()} gives English
     */
    public CommandCatalog in(Locale locale) {
        return Translation.into(locale).map(this::translated).orElse(this);
    }

    private CommandCatalog translated(Translation into) {
        Map<String, String> wholes = new HashMap<>();
        descriptions.forEach((name, english) -> wholes.put(name, into.text(name, english)));
        return new CommandCatalog(commands.stream().map(into::of).toList(), wholes);
    }

    /** Every command and subcommand, in the order of help and menus. */
    public List<CommandSpec> all() {
        return commands;
    }

    public Optional<CommandSpec> find(String name, @Nullable String sub) {
        return commands.stream()
                .filter(c -> c.name().equals(name) && Objects.equals(c.sub(), sub))
                .findFirst();
    }

    /** The names of the commands, without their subcommands: what a menu shows. */
    public List<String> names() {
        return commands.stream().map(CommandSpec::name).distinct().toList();
    }

    /** The command of this name, or all its subcommands; empty when there is none. */
    public List<CommandSpec> named(String name) {
        return commands.stream().filter(c -> c.name().equals(name)).toList();
    }

    /**
     * What a command does as a whole, at most 100 characters.
     *
     * @param name one of {@link #names()}
     */
    public String description(String name) {
        String whole = descriptions.get(name);
        return whole != null ? whole : find(name, null).orElseThrow().description();
    }
}
