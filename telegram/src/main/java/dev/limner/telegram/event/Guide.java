package dev.limner.telegram.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import dev.limner.telegram.inbox.Conversation;
import dev.limner.telegram.inbox.ConversationStore;
import dev.limner.telegram.post.Address;
import dev.limner.telegram.post.Outbox;
import dev.limner.telegram.post.Posts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final MessagePlanner planner = new MessagePlanner();
    private final ObjectMapper json = new ObjectMapper();
    private final ConversationStore conversations;
    private final InstantSource clock;

    Guide(
            CommandCatalog catalog,
            Questions questions,
            Posts posts,
            Outbox outbox,
            ConversationStore conversations,
            InstantSource clock) {
        this.catalog = catalog;
        this.questions = questions;
        this.posts = posts;
        this.outbox = outbox;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** One person in one chat or topic. */
    record Who(Address address, String person) {}

    /**
     * A command that is complete.
     *
     * @param line as it would have been typed
     * @param about what the command that began it answered
     */
    record Given(String line, @Nullable MessageRef about) {}

    /**
     * How far it is.
     *
     * @param spec null while the subcommand is to be chosen
     * @param about what the command that began it answered
     * @param asked the option that the last message asked for; null where it was for a choice of what to do
     */
    private record Talk(
            String command,
            @Nullable MessageRef about,
            @Nullable CommandSpec spec,
            Map<String, String> values,
            @Nullable OptionSpec asked) {
        Talk asking(@Nullable OptionSpec option) {
            return new Talk(command, about, spec, values, option);
        }
    }

    /** A message as it is kept. */
    private record Kept(String channel, String message) {
        static @Nullable Kept of(@Nullable MessageRef ref) {
            return ref == null ? null : new Kept(ref.channel().id(), ref.id());
        }

        MessageRef ref() {
            return new MessageRef(new ChannelRef(Address.ID, channel), message);
        }
    }

    /**
     * A talk as it is kept.
     *
     * @param chosen whether it is known what the command shall do
     */
    private record State(
            String command,
            @Nullable Kept about,
            boolean chosen,
            @Nullable String sub,
            Map<String, String> values,
            @Nullable String asked) {}

    /** Whether a command without anything behind its name is led through. */
    boolean leads(String command) {
        List<CommandSpec> forms = catalog.named(command);
        return forms.size() > 1 || forms.stream().anyMatch(form -> next(form, Map.of()) != null);
    }

    /**
     * @param under the message that is replied to
     * @param about what the command answers
     */
    void begin(Who who, String command, MessageRef under, @Nullable MessageRef about, Capabilities limits)
            throws ChatException {
        List<CommandSpec> forms = catalog.named(command);
        if (forms.size() == 1) {
            Optional<Given> unused =
                    proceed(who, new Talk(command, about, forms.get(0), Map.of(), null), under, limits);
            return;
        }
        List<Button> buttons =
                forms.stream().map(form -> button(String.valueOf(form.sub()))).toList();
        String text = "/" + command + ": what shall it do?\n"
                + String.join(
                        "\n",
                        forms.stream()
                                .map(form -> form.sub() + ": " + form.description())
                                .toList());
        offer(who, new Talk(command, about, null, Map.of(), null), under, text, buttons, limits);
    }

    /**
     * Takes a pressed button.
     *
     * @return the command, when it is complete
     * @throws NotYours when it belongs to somebody else, or is over
     */
    Optional<Given> pressed(Who who, int message, String id, MessageRef under, Capabilities limits)
            throws ChatException, NotYours {
        Talk talk = talk(who, message);
        if (talk == null) {
            throw new NotYours();
        }
        String chosen = id.substring(PREFIX.length());
        CommandSpec spec = talk.spec();
        if (spec == null) {
            CommandSpec form = catalog.find(talk.command(), chosen).orElseThrow(NotYours::new);
            return proceed(who, new Talk(talk.command(), talk.about(), form, Map.of(), null), under, limits);
        }
        OptionSpec asked = talk.asked();
        if (asked != null) {
            return proceed(who, with(talk, asked, chosen), under, limits);
        }
        if (chosen.equals(DONE)) {
            return finish(who, spec, talk);
        }
        OptionSpec more = spec.option(chosen).orElseThrow(NotYours::new);
        ask(who, talk, more, under);
        return Optional.empty();
    }

    /**
     * Takes a reply.
     *
     * @return the command, when it is complete; null when the reply is not for the guide
     * @throws NotYours when it answers what took too long
     */
    @Nullable
    Optional<Given> replied(Who who, int to, String text, MessageRef under, Capabilities limits)
            throws ChatException, NotYours {
        Talk talk = talk(who, to);
        if (talk == null || talk.asked() == null) {
            return null;
        }
        return proceed(who, with(talk, talk.asked(), text), under, limits);
    }

    private static Talk with(Talk talk, OptionSpec option, String value) {
        Map<String, String> values = new LinkedHashMap<>(talk.values());
        values.put(option.name(), value);
        return new Talk(talk.command(), talk.about(), talk.spec(), values, null);
    }

    private Optional<Given> proceed(Who who, Talk talk, MessageRef under, Capabilities limits) throws ChatException {
        CommandSpec spec = talk.spec();
        if (spec == null) {
            throw new IllegalStateException("what to do is chosen first");
        }
        OptionSpec next = next(spec, talk.values());
        if (next != null && next.type() == OptionType.CHOICE) {
            List<Button> buttons = next.choices().stream().map(Guide::button).toList();
            String text = "/" + spec.path() + ": " + next.description() + "?";
            offer(who, talk.asking(next), under, text, buttons, limits);
            return Optional.empty();
        }
        if (next != null) {
            ask(who, talk, next, under);
            return Optional.empty();
        }
        List<Button> more = new ArrayList<>(optional(spec, talk.values()));
        if (more.isEmpty()) {
            return finish(who, spec, talk);
        }
        more.add(button(DONE));
        offer(who, talk.asking(null), under, "/" + spec.path() + ": anything else?", more, limits);
        return Optional.empty();
    }

    private Optional<Given> finish(Who who, CommandSpec spec, Talk talk) {
        conversations.end(who.address().channel(), who.person());
        return Optional.of(new Given(typed(spec, talk.values()), talk.about()));
    }

    private static @Nullable OptionSpec next(CommandSpec spec, Map<String, String> values) {
        return spec.options().stream()
                .filter(o -> o.required() && o.type() != OptionType.IMAGE && !values.containsKey(o.name()))
                .findFirst()
                .orElse(null);
    }

    private static List<Button> optional(CommandSpec spec, Map<String, String> values) {
        boolean anythingRequired = spec.options().stream().anyMatch(OptionSpec::required);
        return spec.options().stream()
                .filter(o -> anythingRequired && !o.required() && !values.containsKey(o.name()))
                .map(o -> button(o.name()))
                .toList();
    }

    /** Asks for what is written; later, when Telegram does not take it now. */
    private void ask(Who who, Talk talk, OptionSpec option, MessageRef under) throws ChatException {
        CommandSpec spec = talk.spec();
        String path = spec == null ? talk.command() : spec.path();
        String text = "/" + path + ", " + option.name() + ": " + option.description() + "? Reply to this message.";
        outbox.send(who.address().chatId(), () -> {
            Instant asked = clock.instant();
            int message = questions
                    .ask(who.address(), under, text, option.description())
                    .getMessageId();
            remember(who, talk.asking(option), message, asked);
        });
    }

    /** Shows what can be chosen; later, when Telegram does not take it now. */
    private void offer(Who who, Talk talk, MessageRef under, String text, List<Button> buttons, Capabilities limits)
            throws ChatException {
        OutgoingPost post = new OutgoingPost(text, List.of(), List.copyOf(buttons), under, null);
        outbox.send(who.address().chatId(), () -> {
            Instant asked = clock.instant();
            int last = 0;
            for (PlannedMessage part : planner.plan(post, limits).messages()) {
                last = Integer.parseInt(
                        posts.send(who.address().channel(), part).id());
            }
            remember(who, talk, last, asked);
        });
    }

    /**
     * @param message that asks
     * @param asked when it was about to be shown; the time for an answer runs from there
     */
    private void remember(Who who, Talk talk, int message, Instant asked) {
        CommandSpec spec = talk.spec();
        OptionSpec option = talk.asked();
        State state = new State(
                talk.command(),
                Kept.of(talk.about()),
                spec != null,
                spec == null ? null : spec.sub(),
                talk.values(),
                option == null ? null : option.name());
        try {
            conversations.put(
                    who.address().channel(),
                    who.person(),
                    new Conversation(Conversation.Kind.GUIDE, message, json.writeValueAsString(state), asked));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    /** The talk that a message asked in, or null. */
    private @Nullable Talk talk(Who who, int message) throws NotYours {
        Conversation kept =
                conversations.find(who.address().channel(), who.person()).orElse(null);
        if (kept == null || kept.kind() != Conversation.Kind.GUIDE || kept.message() != message) {
            return null;
        }
        if (kept.isOver(clock.instant())) {
            throw new NotYours();
        }
        try {
            State state = json.readValue(kept.state(), State.class);
            CommandSpec spec =
                    state.chosen() ? catalog.find(state.command(), state.sub()).orElseThrow(NotYours::new) : null;
            OptionSpec asked = spec == null || state.asked() == null
                    ? null
                    : spec.option(state.asked()).orElseThrow(NotYours::new);
            Kept about = state.about();
            return new Talk(state.command(), about == null ? null : about.ref(), spec, state.values(), asked);
        } catch (JsonProcessingException e) {
            throw new NotYours();
        }
    }

    private static Button button(String choice) {
        return new Button(PREFIX + choice, choice);
    }

    /** As somebody would type it. */
    private static String typed(CommandSpec spec, Map<String, String> values) {
        StringBuilder line = new StringBuilder("/").append(spec.path());
        for (OptionSpec option : spec.options()) {
            String value = values.get(option.name());
            if (value != null) {
                line.append(' ')
                        .append(option.required() ? "" : option.name() + "=")
                        .append('"')
                        .append(value.replace("\\", "\\\\").replaceAll("([\"“”„«»＂])", "\\\\$1"))
                        .append('"');
            }
        }
        return line.toString();
    }

    /** The buttons are somebody else's, or what they belonged to is over. */
    static final class NotYours extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
