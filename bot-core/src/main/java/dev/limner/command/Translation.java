package dev.limner.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What commands and options do, in another language than English. Names stay as they are: they are what people type. Pure.
 */
final class Translation {
    /** Languages without their countries; each has a bundle beside this class. */
    static final List<Locale> ALL = List.of(Locale.GERMAN, Locale.FRENCH);

    private final ResourceBundle texts;

    private Translation(ResourceBundle texts) {
        this.texts = texts;
    }

    /** The one for a language, whatever the country; empty where there is none. */
    static Optional<Translation> into(Locale locale) {
        return ALL.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                // what the machine itself speaks is nobody's second choice
                .map(language -> new Translation(ResourceBundle.getBundle(
                        "dev.limner.command.descriptions",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))));
    }

    CommandSpec of(CommandSpec spec) {
        String key = key(spec);
        return new CommandSpec(
                spec.name(),
                spec.sub(),
                text(key, spec.description()),
                spec.permission(),
                spec.options().stream()
                        .map(option -> option.describedAs(text(key + "." + option.name(), option.description())))
                        .toList());
    }

    /** @param english to fall back on */
    String text(String key, String english) {
        return texts.containsKey(key) ? texts.getString(key) : english;
    }

    private static String key(CommandSpec spec) {
        return spec.sub() == null ? spec.name() : spec.name() + "." + spec.sub();
    }
}
