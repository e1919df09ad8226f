package dev.limner.command;

import java.util.List;

/**
 * One option of a command.
 *
 * @param choices what may be given, for {@link OptionType#CHOICE}; empty otherwise
 * @param min least value, for {@link OptionType#INTEGER}
 * @param max greatest value for {@link OptionType#INTEGER}; most characters (UTF-16 units) for texts
 */
public record OptionSpec(
        String name, String description, OptionType type, boolean required, List<String> choices, int min, int max) {
    public OptionSpec {
        choices = List.copyOf(choices);
    }
}
