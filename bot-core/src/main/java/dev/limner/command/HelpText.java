package dev.limner.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code /help} answers, as plain text. */
public final class HelpText {

    private final CommandCatalog catalog;

    public HelpText(CommandCatalog catalog) {
        this.catalog = catalog;
    }

    /** The topics that are explained, besides every command. */
    public static List<String> topics() {
        return HelpTopics.ALL.keySet().stream().toList();
    }

    /**
     * Explains a topic or a command.
     *
     * @param asked as typed; hostile. Empty for an overview
     */
    public String about(String asked) {
        return asked.isBlank() ? overview() : topic(asked);
    }

    /** What there is, in groups, and where to begin. */
    private String overview() {
        String groups = HelpTopics.GROUPS.entrySet().stream()
                .map(group -> group.getKey() + "\n" + lines(group.getValue()))
                .collect(Collectors.joining("\n\n"));
        return "Limner follows the story of this channel and draws it, when asked.\n\n" + groups
                + "\n\nMore: /help TOPIC, where the topic is " + String.join(", ", topics())
                + ", or a command such as avatar add.";
    }

    private String topic(String asked) {
        String wanted = TypedText.oneLine(asked).toLowerCase(Locale.ROOT);
        String word = wanted.startsWith("/") ? wanted.substring(1) : wanted;
        return explained(word)
                .or(() -> command(word))
                .or(() -> Nearest.to(word, topics()).flatMap(HelpText::explained))
                .orElseGet(() -> "There is no help on \"" + TypedText.excerpt(asked) + "\". Topics: "
                        + String.join(", ", topics()) + "; commands: " + String.join(", ", catalog.names()) + ".");
    }

    private static Optional<String> explained(String topic) {
        return Optional.ofNullable(HelpTopics.ALL.get(topic));
    }

    private Optional<String> command(String path) {
        List<CommandSpec> one =
                catalog.all().stream().filter(c -> c.path().equals(path)).toList();
        if (one.size() == 1) {
            return Optional.of(full(one.get(0)));
        }
        List<CommandSpec> forms = catalog.named(path);
        return forms.isEmpty()
                ? Optional.empty()
                : Optional.of(catalog.description(path) + ".\n"
                        + forms.stream().map(HelpText::line).collect(Collectors.joining("\n")));
    }

    private static String full(CommandSpec spec) {
        String options = spec.options().stream()
                .map(o -> "\n" + o.name() + (o.required() ? ": " : " (optional): ") + o.description())
                .collect(Collectors.joining());
        return line(spec) + options;
    }

    private String lines(List<String> names) {
        return names.stream()
                .map(name -> "/" + name + ": " + catalog.description(name) + subs(name))
                .collect(Collectors.joining("\n"));
    }

    private String subs(String name) {
        String subs = catalog.named(name).stream()
                .flatMap(c -> Optional.ofNullable(c.sub()).stream())
                .collect(Collectors.joining(", "));
        return subs.isEmpty() ? "" : " (" + subs + ")";
    }

    private static String line(CommandSpec spec) {
        String who = spec.permission() == Permission.MODERATOR ? " (moderators)" : "";
        return Usage.of(spec) + "\n    " + spec.description() + who;
    }
}
