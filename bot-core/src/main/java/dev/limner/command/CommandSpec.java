package dev.limner.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One command or subcommand.
 *
 * @param sub the subcommand, such as {@code add}; null where the command has none
 * @param permission who may give it; whoever handles {@code /story forget} lets everyone use it in reply to a message of
 *     their own
 * @param options required ones first
 */
public record CommandSpec(
        String name, @Nullable String sub, String description, Permission permission, List<OptionSpec> options) {
    public CommandSpec {
        options = List.copyOf(options);
    }

    /** As people type it, such as {@code avatar add}. */
    public String path() {
        return sub == null ? name : name + " " + sub;
    }

    public Optional<OptionSpec> option(String optionName) {
        return options.stream().filter(o -> o.name().equals(optionName)).findFirst();
    }
}
