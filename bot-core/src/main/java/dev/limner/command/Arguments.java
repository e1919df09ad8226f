package dev.limner.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what follows the name of one typed command. */
final class Arguments {

    private final CommandSpec spec;
    private final Cursor cursor;
    private final List<String> keys;
    private final Map<String, OptionValue> values = new LinkedHashMap<>();

    Arguments(CommandSpec spec, Cursor cursor) {
        this.spec = spec;
        this.cursor = cursor;
        this.keys = spec.options().stream()
                .filter(o -> !o.required())
                .map(OptionSpec::name)
                .toList();
    }

    Invocation read(List<IncomingFile> files) throws CommandSyntaxException {
        List<OptionSpec> required = spec.options().stream()
                .filter(o -> o.required() && o.type() != OptionType.IMAGE)
                .toList();
        for (int i = 0; i < required.size(); i++) {
            OptionSpec option = required.get(i);
            boolean takesTheRest = i == required.size() - 1 && option.type().isText();
            requireMore(option);
            put(option, takesTheRest ? rest(option) : word(option));
        }
        readOptionalByPosition();
        readOptionalByKey();
        readImage(files);
        return new Invocation(spec, values);
    }

    private void requireMore(OptionSpec option) throws CommandSyntaxException {
        int here = cursor.position();
        boolean missing = cursor.atEnd() || cursor.key(keys) != null;
        cursor.back(here);
        if (missing) {
            throw new CommandSyntaxException(option.name() + " is missing: " + option.description() + ".");
        }
    }

    private String word(OptionSpec option) throws CommandSyntaxException {
        if (!cursor.atQuote()) {
            return cursor.word();
        }
        String quoted = cursor.quoted();
        if (quoted == null) {
            throw new CommandSyntaxException(
                    "The quotes around " + option.name() + " are not closed, or text sticks to them.");
        }
        return quoted;
    }

    /** Prose is unquoted only where the quotes hold all of it; a quoted name ends with its quotes. */
    private String rest(OptionSpec option) throws CommandSyntaxException {
        int start = cursor.position();
        String quoted = cursor.quoted();
        if (quoted != null && (option.type().isName() || atOptionsOrEnd())) {
            return quoted;
        }
        cursor.back(start);
        String text = cursor.textBefore(keys);
        for (String word : text.split(" ", -1)) {
            refuseMisspeltKey(word);
        }
        return text;
    }

    private boolean atOptionsOrEnd() {
        int here = cursor.position();
        boolean there = cursor.atEnd() || cursor.key(keys) != null;
        cursor.back(here);
        return there;
    }

    private void readOptionalByPosition() throws CommandSyntaxException {
        for (OptionSpec option : spec.options()) {
            if (option.required() || atOptionsOrEnd()) {
                continue;
            }
            if (option.type() == OptionType.INTEGER && OptionReader.isWhole(cursor.peek())) {
                put(option, cursor.word());
            } else if (option.type().isText()) {
                put(option, rest(option));
            }
        }
    }

    private void readOptionalByKey() throws CommandSyntaxException {
        String last = null;
        while (!cursor.atEnd()) {
            String key = cursor.key(keys);
            if (key == null) {
                throw leftOver(last);
            }
            if (values.containsKey(key)) {
                throw new CommandSyntaxException(key + " is given twice.");
            }
            OptionSpec option = spec.option(key).orElseThrow();
            if (cursor.atBlank()) {
                throw new CommandSyntaxException("Nothing stands after " + key + "=, not even \"\".");
            }
            put(option, word(option));
            last = key;
        }
    }

    private CommandSyntaxException leftOver(@Nullable String last) throws CommandSyntaxException {
        refuseMisspeltKey(cursor.peek());
        String word = TypedText.excerpt(cursor.peek());
        if (last == null) {
            return new CommandSyntaxException("\"" + word + "\" is too much here.");
        }
        return new CommandSyntaxException(
                "\"" + word + "\" is too much here. Several words go in quotes: " + last + "=\"several words\".");
    }

    private void refuseMisspeltKey(String word) throws CommandSyntaxException {
        int equals = word.indexOf('=');
        if (equals < 1) {
            return;
        }
        String key = word.substring(0, equals);
        Optional<String> meant = Nearest.to(key, keys);
        if (meant.isPresent()) {
            throw new CommandSyntaxException("There is no option " + key + ". Did you mean " + meant.get() + "=?");
        }
    }

    private void readImage(List<IncomingFile> files) throws CommandSyntaxException {
        for (OptionSpec option : spec.options()) {
            if (option.type() != OptionType.IMAGE) {
                continue;
            }
            if (files.size() > 1) {
                throw new CommandSyntaxException("One picture at a time, please; there are " + files.size() + ".");
            }
            if (!files.isEmpty()) {
                values.put(option.name(), new OptionValue.Image(files.get(0)));
            } else if (option.required()) {
                throw new CommandSyntaxException("The picture is missing: attach it to the command.");
            }
        }
    }

    private void put(OptionSpec option, String typed) throws CommandSyntaxException {
        values.put(option.name(), OptionReader.read(option, typed));
    }
}
