package dev.limner.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads commands that are typed as text, in the form {@code /command sub value value key=value key="several words"}.
 *
 * <p>Required options stand by position, and the last of them, if it is a text, takes the rest of the line up to the
 * first {@code key=} of an optional one. A value of several words in another place is quoted. Optional options may also
 * stand by position where nothing else could be meant, as in {@code /scene 12 at dusk}. Stateless and thread-safe.
 */
public final class TypedCommandParser {

    /** The longest line that is read, in UTF-16 units: room for the longest prompt and its options. */
    public static final int LONGEST_LINE = 8000;

    private final CommandCatalog catalog;

    public TypedCommandParser(CommandCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param line the command as typed, with its slash; hostile
     * @param files what was sent along with it
     * @throws CommandSyntaxException which says what is wrong and shows the right form, in words for whoever typed it
     */
    public Invocation parse(String line, List<IncomingFile> files) throws CommandSyntaxException {
        if (line.length() > LONGEST_LINE) {
            throw new CommandSyntaxException(String.format(
                    Locale.ROOT, "A command may have %,d characters; this one has %,d.", LONGEST_LINE, line.length()));
        }
        Cursor cursor = new Cursor(TypedText.clean(line));
        CommandSpec spec = command(cursor);
        try {
            return new Arguments(spec, cursor).read(files);
        } catch (CommandSyntaxException fault) {
            throw new CommandSyntaxException(fault.getMessage() + "\nThe right form: " + Usage.of(spec));
        }
    }

    /** Whether there is a command of this name, or of one that is likely to be a slip of the finger from it. */
    public boolean isNearly(String name) {
        return Nearest.to(name.toLowerCase(Locale.ROOT), catalog.names()).isPresent();
    }

    private CommandSpec command(Cursor cursor) throws CommandSyntaxException {
        String word = cursor.word();
        if (!word.startsWith("/")) {
            throw new CommandSyntaxException("A command starts with a slash, such as /help.");
        }
        int bot = word.indexOf('@');
        String name = word.substring(1, bot < 0 ? word.length() : bot).toLowerCase(Locale.ROOT);
        List<CommandSpec> forms = catalog.named(name);
        if (forms.isEmpty()) {
            throw unknown(name);
        }
        return forms.get(0).sub() == null ? forms.get(0) : subcommand(name, forms, cursor);
    }

    private CommandSpec subcommand(String name, List<CommandSpec> forms, Cursor cursor) throws CommandSyntaxException {
        String sub = cursor.word().toLowerCase(Locale.ROOT);
        return catalog.find(name, sub).orElseThrow(() -> unknownSub(name, sub, forms));
    }

    private CommandSyntaxException unknown(String name) {
        String guess = Nearest.to(name, catalog.names())
                .map(nearest -> " Did you mean /" + nearest + "?")
                .orElse("");
        return new CommandSyntaxException(
                "There is no command /" + TypedText.excerpt(name) + "." + guess + " /help lists them all.");
    }

    private static CommandSyntaxException unknownSub(String name, String sub, List<CommandSpec> forms) {
        String fault = sub.isEmpty()
                ? "/" + name + " needs to know what to do."
                : "There is no /" + name + " " + TypedText.excerpt(sub) + "."
                        + Nearest.to(
                                        sub,
                                        forms.stream()
                                                .map(CommandSpec::path)
                                                .map(p -> p.substring(name.length() + 1))
                                                .toList())
                                .map(nearest -> " Did you mean /" + name + " " + nearest + "?")
                                .orElse("");
        String usages = forms.stream().map(Usage::of).collect(Collectors.joining("\n"));
        return new CommandSyntaxException(fault + " Its forms:\n" + usages);
    }
}
