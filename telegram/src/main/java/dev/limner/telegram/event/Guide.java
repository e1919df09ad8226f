package dev.limner.telegram.event;

import dev.limner.chat.Button;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.PlannedMessage;
import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSpec;
import dev.limner.command.OptionSpec;
import dev.limner.command.OptionType;
import dev.limner.telegram.event.Commands.Said;
import dev.limner.telegram.event.Talks.NotYours;
import dev.limner.telegram.event.Talks.Talk;
import dev.limner.telegram.post.Outbox;
import dev.limner.telegram.post.Posts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leads through a command that was given without its values: buttons for what can be chosen, a question for what is
 * written, one value after the other, until the command can be given as it would have been typed. One conversation for
 * each person and chat; after ten minutes without a word it is over. A restart does not end it.
 * Thread-safe; blocks.
 */
final class Guide {
    /** Leads the ids of its buttons; none of the core's has a colon. */
    static final String PREFIX = "g:";

    private static final String DONE = "Done";

    private final CommandCatalog catalog;
    private final Questions questions;
    private final Posts posts;
    private final Outbox outbox;
    private final Talks talks;
    private final Function<ChannelRef, Capabilities> limits;
    private final MessagePlanner planner = new MessagePlanner();

    Guide(
            CommandCatalog catalog,
            Questions questions,
            Posts posts,
            Outbox outbox,
            Talks talks,
            Function<ChannelRef, Capabilities> limits) {
        this.catalog = catalog;
        this.questions = questions;
        this.posts = posts;
        this.outbox = outbox;
        this.talks = talks;
        this.limits = limits;
    }

    /**
     * A command that is complete.
     *
     * @param line as it would have been typed
     * @param about what the command that began it answered
     */
    record Given(String line, @Nullable MessageRef about) {}

    /** Whether a command without anything behind its name is led through. */
    boolean leads(String command) {
        List<CommandSpec> forms = catalog.named(command);
        return forms.size() > 1 || forms.stream().anyMatch(form -> next(form, Map.of()) != null);
    }

    void begin(Said said, String command) throws ChatException {
        if (!talks.isPast(said.who(), said.update())) {
            begin(said, command, Origin.about(said.message()));
        }
    }

    /** @param about what the command answers */
    private void begin(Said said, String command, @Nullable MessageRef about) throws ChatException {
        List<CommandSpec> forms = catalog.named(command);
        if (forms.size() == 1) {
            Optional<Given> unused = proceed(said, new Talk(command, about, forms.get(0)));
            return;
        }
        String text = "/" + command + ": what shall it do?\n"
                + String.join(
                        "\n",
                        forms.stream()
                                .map(form -> form.sub() + ": " + form.description())
                                .toList());
        List<String> choices =
                forms.stream().map(form -> String.valueOf(form.sub())).toList();
        offer(said, new Talk(command, about, null), text, choices);
    }

    /**
     * Takes a pressed button.
     *
     * @return the command, when it is complete
     * @throws NotYours when it belongs to somebody else, or is over
     */
    Optional<Given> pressed(Said said, String id) throws ChatException, NotYours {
        if (talks.isPast(said.who(), said.update())) {
            return Optional.empty();
        }
        Talk talk = talks.askedIn(said.who(), said.message().getMessageId());
        if (talk == null) {
            throw new NotYours();
        }
        try {
            return taken(said, talk, id.substring(PREFIX.length()));
        } catch (NoChoice e) {
            throw new NotYours();
        }
    }

    /**
     * Takes a reply.
     *
     * @param to the message that it answers
     * @return the command, when it is complete; null when the reply is not for the guide
     * @throws NotYours when it answers what took too long
     */
    @Nullable
    Optional<Given> replied(Said said, int to, String text) throws ChatException, NotYours {
        if (talks.isPast(said.who(), said.update())) {
            return Optional.empty();
        }
        Talk talk = talks.askedIn(said.who(), to);
        if (talk == null || (talk.asked() == null && !said.who().isChat())) {
            return null;
        }
        try {
            return taken(said, talk, text);
        } catch (NoChoice e) {
            if (talk.spec() != null) {
                return proceed(said, talk);
            }
            begin(said, talk.command(), talk.about());
            return Optional.empty();
        }
    }

    private Optional<Given> taken(Said said, Talk talk, String value) throws ChatException, NoChoice {
        CommandSpec spec = talk.spec();
        OptionSpec asked = talk.asked();
        if (spec != null && asked != null) {
            return proceed(said, talk.with(asked, value));
        }
        String chosen = value.strip().toLowerCase(Locale.ROOT);
        if (spec == null) {
            CommandSpec form = catalog.find(talk.command(), chosen).orElseThrow(NoChoice::new);
            return proceed(said, new Talk(talk.command(), talk.about(), form));
        }
        if (chosen.equalsIgnoreCase(DONE)) {
            return Optional.of(new Given(talk.typed(spec), talk.about()));
        }
        ask(said, talk, spec.option(chosen).orElseThrow(NoChoice::new));
        return Optional.empty();
    }

    private Optional<Given> proceed(Said said, Talk talk) throws ChatException {
        CommandSpec spec = talk.spec();
        if (spec == null) {
            throw new IllegalStateException("what to do is chosen first");
        }
        OptionSpec next = next(spec, talk.values());
        if (next != null && next.type() == OptionType.CHOICE) {
            String text = "/" + spec.path() + ": " + next.description() + "?";
            offer(said, talk.asking(next), text, next.choices());
            return Optional.empty();
        }
        if (next != null) {
            ask(said, talk, next);
            return Optional.empty();
        }
        List<String> more = optional(spec, talk.values());
        if (more.isEmpty()) {
            return Optional.of(new Given(talk.typed(spec), talk.about()));
        }
        List<String> choices = Stream.concat(more.stream(), Stream.of(DONE)).toList();
        offer(said, talk.asking(null), "/" + spec.path() + ": anything else?", choices);
        return Optional.empty();
    }

    private static @Nullable OptionSpec next(CommandSpec spec, Map<String, String> values) {
        return spec.options().stream()
                .filter(o -> o.required() && o.type() != OptionType.IMAGE && !values.containsKey(o.name()))
                .findFirst()
                .orElse(null);
    }

    private static List<String> optional(CommandSpec spec, Map<String, String> values) {
        boolean anythingRequired = spec.options().stream().anyMatch(OptionSpec::required);
        return spec.options().stream()
                .filter(o -> anythingRequired && !o.required() && !values.containsKey(o.name()))
                .map(OptionSpec::name)
                .toList();
    }

    /** Asks for what is written. */
    private void ask(Said said, Talk talk, OptionSpec option) throws ChatException {
        CommandSpec spec = talk.spec();
        String path = spec == null ? talk.command() : spec.path();
        String text = "/" + path + ", " + option.name() + ": " + option.description() + "? Reply to this message.";
        question(said, talk.asking(option), text, option.description());
    }

    /** Asks for a reply; later, when Telegram does not take it now. */
    private void question(Said said, Talk talk, String text, String hint) throws ChatException {
        Who who = said.who();
        outbox.ask(who.address().chatId(), who.person(), () -> {
            Instant asked = talks.now();
            MessageRef asking = questions.ask(who, said.ref(), text, hint);
            talks.keep(who.person(), said.update(), talk, asking, asked);
        });
    }

    /** Shows what can be chosen; later, when Telegram does not take it now. */
    private void offer(Said said, Talk talk, String text, List<String> choices) throws ChatException {
        Who who = said.who();
        if (who.isChat()) {
            String all = text + "\nReply to this message with one of: " + String.join(", ", choices) + ".";
            question(said, talk, all, "");
            return;
        }
        List<Button> buttons = choices.stream()
                .map(choice -> new Button(PREFIX + choice, choice))
                .toList();
        OutgoingPost post = new OutgoingPost(text, List.of(), buttons, said.ref(), null);
        outbox.ask(who.address().chatId(), who.person(), () -> {
            Instant asked = talks.now();
            ChannelRef channel = who.address().channel();
            MessageRef last = said.ref();
            for (PlannedMessage part : planner.plan(post, limits.apply(channel)).messages()) {
                last = posts.send(channel, part);
            }
            talks.keep(who.person(), said.update(), talk, last, asked);
        });
    }

    /** It is none of what can be chosen. */
    private static final class NoChoice extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
