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

    static OptionSpec text(String name, String description, int longest) {
        return named(OptionType.TEXT, name, description, longest);
    }

    /** A text that names something kept, such as a character. */
    static OptionSpec named(OptionType type, String name, String description, int longest) {
        return new OptionSpec(name, description, type, true, List.of(), 0, longest);
    }

    static OptionSpec whole(String name, String description, int min, int max) {
        return new OptionSpec(name, description, OptionType.INTEGER, true, List.of(), min, max);
    }

    static OptionSpec choice(String name, String description, String... choices) {
        return new OptionSpec(name, description, OptionType.CHOICE, true, List.of(choices), 0, 0);
    }

    static OptionSpec image(String name, String description) {
        return new OptionSpec(name, description, OptionType.IMAGE, true, List.of(), 0, 0);
    }

    /** The same, but need not be given. */
    OptionSpec optional() {
        return new OptionSpec(name, description, type, false, choices, min, max);
    }

    /** The same in other words. */
    OptionSpec describedAs(String words) {
        return new OptionSpec(name, words, type, required, choices, min, max);
    }
}
