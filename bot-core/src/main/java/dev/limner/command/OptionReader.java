package dev.limner.command;

import java.util.Locale;

/** Makes a typed word or text the value of an option, or says why it cannot be. */
final class OptionReader {

    private OptionReader() {}

    /**
     * @throws CommandSyntaxException with what is wrong; the caller adds the right form
     */
    static OptionValue read(OptionSpec option, String typed) throws CommandSyntaxException {
        return switch (option.type()) {
            case INTEGER -> whole(option, typed);
            case CHOICE -> choice(option, typed);
            case MEMBER ->
                new OptionValue.Person(null, name(option, typed.startsWith("@") ? typed.substring(1) : typed));
            case AVATAR, CHARACTER, STYLE -> new OptionValue.Text(name(option, typed));
            case TEXT, TAGS -> new OptionValue.Text(text(option, typed.strip()));
            case IMAGE -> throw new CommandSyntaxException(option.name() + " is a picture: attach it.");
        };
    }

    static boolean isWhole(String typed) {
        return typed.matches("[+-]?\\p{Nd}+");
    }

    private static OptionValue whole(OptionSpec option, String typed) throws CommandSyntaxException {
        String digits = typed.strip();
        try {
            int value = Integer.parseInt(digits);
            if (value >= option.min() && value <= option.max()) {
                return new OptionValue.Whole(value);
            }
        } catch (NumberFormatException notAnInteger) {
            // refused below, like one that is out of range
        }
        throw new CommandSyntaxException(String.format(
                Locale.ROOT,
                "%s is a whole number from %d to %d, not \"%s\".",
                option.name(),
                option.min(),
                option.max(),
                TypedText.excerpt(typed)));
    }

    private static OptionValue choice(OptionSpec option, String typed) throws CommandSyntaxException {
        for (String choice : option.choices()) {
            if (choice.equalsIgnoreCase(typed.strip())) {
                return new OptionValue.Text(choice);
            }
        }
        throw new CommandSyntaxException(option.name() + " is " + either(option) + ", not \"" + TypedText.excerpt(typed)
                + "\"."
                + Nearest.to(typed.toLowerCase(Locale.ROOT), option.choices())
                        .map(guess -> " Did you mean " + guess + "?")
                        .orElse(""));
    }

    private static String either(OptionSpec option) {
        int last = option.choices().size() - 1;
        return String.join(", ", option.choices().subList(0, last)) + " or "
                + option.choices().get(last);
    }

    private static String name(OptionSpec option, String typed) throws CommandSyntaxException {
        String name = text(option, TypedText.oneLine(typed));
        if (name.isEmpty()) {
            throw new CommandSyntaxException(option.name() + " is empty.");
        }
        return name;
    }

    private static String text(OptionSpec option, String typed) throws CommandSyntaxException {
        if (typed.isEmpty() && option.required()) {
            throw new CommandSyntaxException(option.name() + " is empty.");
        }
        if (typed.length() > option.max()) {
            throw new CommandSyntaxException(String.format(
                    Locale.ROOT,
                    "%s may have %,d characters; this one has %,d.",
                    option.name(),
                    option.max(),
                    typed.length()));
        }
        return typed;
    }
}
