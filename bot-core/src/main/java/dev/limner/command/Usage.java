package dev.limner.command;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The typed form of a command, such as {@code /character state NAME [text="…"]}: what is in capitals is to be replaced,
 * what is in brackets may be left out.
 */
public final class Usage {

    private static final int CHOICES_SHOWN = 3;

    private Usage() {}

    public static String of(CommandSpec spec) {
        String options = spec.options().stream()
                .filter(o -> o.type() != OptionType.IMAGE)
                .map(o -> " " + (o.required() ? required(o) : "[" + optional(spec, o) + "]"))
                .collect(Collectors.joining());
        boolean picture = spec.options().stream().anyMatch(o -> o.type() == OptionType.IMAGE);
        return "/" + spec.path() + options + (picture ? ", with the picture attached" : "");
    }

    private static String required(OptionSpec option) {
        boolean few = !option.choices().isEmpty() && option.choices().size() <= CHOICES_SHOWN;
        return few ? String.join("|", option.choices()) : capitals(option);
    }

    private static String optional(CommandSpec spec, OptionSpec option) {
        boolean byPosition = spec.options().stream().noneMatch(OptionSpec::required);
        return byPosition ? capitals(option) : option.name() + "=\"…\"";
    }

    private static String capitals(OptionSpec option) {
        return option.name().toUpperCase(Locale.ROOT);
    }
}
