package dev.limner.command;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a command whose options came one by one, as platforms with commands of their own give them. Pure. */
public final class GivenOptions {

    private GivenOptions() {}

    /**
     * @param words what was given as text or number, by option; hostile
     * @param others pictures and members, by option
     * @throws CommandSyntaxException with what is wrong, when a value cannot be taken or a required one is missing
     */
    public static Invocation read(CommandSpec spec, Map<String, String> words, Map<String, OptionValue> others)
            throws CommandSyntaxException {
        Map<String, OptionValue> values = new LinkedHashMap<>();
        for (OptionSpec option : spec.options()) {
            String word = words.get(option.name());
            OptionValue other = others.get(option.name());
            if (word != null) {
                values.put(option.name(), OptionReader.read(option, TypedText.clean(word)));
            } else if (other != null) {
                values.put(option.name(), other);
            } else if (option.required()) {
                throw new CommandSyntaxException(option.name() + " is missing: " + option.description() + ".");
            }
        }
        return new Invocation(spec, values);
    }
}
