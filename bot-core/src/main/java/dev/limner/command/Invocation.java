package dev.limner.command;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A command with its values: every required option is there, every value is of its option's type. */
public record Invocation(CommandSpec spec, Map<String, OptionValue> values) {
    public Invocation {
        values = Map.copyOf(values);
    }

    public Optional<String> text(String option) {
        return values.get(option) instanceof OptionValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The value of a required text option. */
    public String required(String option) {
        return text(option).orElseThrow(() -> new IllegalArgumentException(spec.path() + " without " + option));
    }

    public OptionalInt whole(String option) {
        return values.get(option) instanceof OptionValue.Whole whole
                ? OptionalInt.of(whole.value())
                : OptionalInt.empty();
    }

    public Optional<IncomingFile> image(String option) {
        return values.get(option) instanceof OptionValue.Image image ? Optional.of(image.file()) : Optional.empty();
    }

    public Optional<OptionValue.Person> person(String option) {
        return values.get(option) instanceof OptionValue.Person person ? Optional.of(person) : Optional.empty();
    }
}
