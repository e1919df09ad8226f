package dev.limner.telegram.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.chat.Button;
import dev.limner.chat.Capabilities;
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
    private final MessagePlanner planner = new MessagePlanner();
    private final ObjectMapper json = new ObjectMapper();
    private final ConversationStore conversations;
    private final InstantSource clock;

    Guide(
            CommandCatalog catalog,
            Questions questions,
            Posts posts,
            ConversationStore conversations,
            InstantSource clock) {
        this.catalog = catalog;
        this.questions = questions;
        this.posts = posts;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** One person in one chat or topic. */
    record Who(Address address, String person) {}

    /**
     * How far it is.
     *
     * @param spec null while the subcommand is to be chosen
     * @param asked the option that the last message asked for; null where it was for a choice of what to do
     * @param message the message that was last asked with
     */
    private record Talk(
            String command,
            @Nullable CommandSpec spec,
            Map<String, String> values,
            @Nullable OptionSpec asked,
            int message) {}

    /**
     * A talk as it is kept.
     *
     * @param chosen whether it is known what the command shall do
     */
    private record State(
            String command,
            boolean chosen,
            @Nullable String sub,
            Map<String, String> values,
            @Nullable String asked) {}

    /** Whether a command without anything behind its name is led through. */
    boolean leads(String command) {
        List<CommandSpec> forms = catalog.named(command);
        return forms.size() > 1 || forms.stream().anyMatch(form -> next(form, Map.of()) != null);
    }

    void begin(Who who, String command, MessageRef about, Capabilities limits) throws ChatException {
        List<CommandSpec> forms = catalog.named(command);
        if (forms.size() == 1) {
            Optional<String> unused = proceed(who, new Talk(command, forms.get(0), Map.of(), null, 0), about, limits);
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
        Instant asked = clock.instant();
        remember(who, new Talk(command, null, Map.of(), null, choose(who, about, text, buttons, limits)), asked);
    }

    /**
     * Takes a pressed button.
     *
     * @return the command as typed, when it is complete
     * @throws NotYours when it belongs to somebody else, or is over
     */
    Optional<String> pressed(Who who, int message, String id, MessageRef about, Capabilities limits)
            throws ChatException, NotYours {
        Talk talk = talk(who, message);
        if (talk == null) {
            throw new NotYours();
        }
        String chosen = id.substring(PREFIX.length());
        CommandSpec spec = talk.spec();
        if (spec == null) {
            CommandSpec form = catalog.find(talk.command(), chosen).orElseThrow(NotYours::new);
            return proceed(who, new Talk(talk.command(), form, Map.of(), null, message), about, limits);
        }
        OptionSpec asked = talk.asked();
        if (asked != null) {
            return proceed(who, with(talk, asked, chosen), about, limits);
        }
        if (chosen.equals(DONE)) {
            return finish(who, spec, talk.values());
        }
        OptionSpec more = spec.option(chosen).orElseThrow(NotYours::new);
        ask(who, talk, more, about);
        return Optional.empty();
    }

    /**
     * Takes a reply.
     *
     * @return the command as typed, when it is complete; null when the reply is not for the guide
     * @throws NotYours when it answers what took too long
     */
    @Nullable
    Optional<String> replied(Who who, int to, String text, MessageRef about, Capabilities limits)
            throws ChatException, NotYours {
        Talk talk = talk(who, to);
        if (talk == null || talk.asked() == null) {
            return null;
        }
        return proceed(who, with(talk, talk.asked(), text), about, limits);
    }

    private static Talk with(Talk talk, OptionSpec option, String value) {
        Map<String, String> values = new LinkedHashMap<>(talk.values());
        values.put(option.name(), value);
        return new Talk(talk.command(), talk.spec(), values, null, talk.message());
    }

    private Optional<String> proceed(Who who, Talk talk, MessageRef about, Capabilities limits) throws ChatException {
        CommandSpec spec = talk.spec();
        if (spec == null) {
            throw new IllegalStateException("what to do is chosen first");
        }
        OptionSpec next = next(spec, talk.values());
        if (next != null && next.type() == OptionType.CHOICE) {
            List<Button> buttons = next.choices().stream().map(Guide::button).toList();
            Instant asked = clock.instant();
            int message = choose(who, about, "/" + spec.path() + ": " + next.description() + "?", buttons, limits);
            remember(who, new Talk(talk.command(), spec, talk.values(), next, message), asked);
            return Optional.empty();
        }
        if (next != null) {
            ask(who, talk, next, about);
            return Optional.empty();
        }
        List<Button> more = new ArrayList<>(optional(spec, talk.values()));
        if (more.isEmpty()) {
            return finish(who, spec, talk.values());
        }
        more.add(button(DONE));
        Instant asked = clock.instant();
        int message = choose(who, about, "/" + spec.path() + ": anything else?", more, limits);
        remember(who, new Talk(talk.command(), spec, talk.values(), null, message), asked);
        return Optional.empty();
    }

    private Optional<String> finish(Who who, CommandSpec spec, Map<String, String> values) {
        conversations.end(who.address().channel(), who.person());
        return Optional.of(typed(spec, values));
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

    private void ask(Who who, Talk talk, OptionSpec option, MessageRef about) throws ChatException {
        CommandSpec spec = talk.spec();
        String path = spec == null ? talk.command() : spec.path();
        Instant asked = clock.instant();
        int message = questions
                .ask(
                        who.address(),
                        about,
                        "/" + path + ", " + option.name() + ": " + option.description() + "? Reply to this message.",
                        option.description())
                .getMessageId();
        remember(who, new Talk(talk.command(), spec, talk.values(), option, message), asked);
    }

    private int choose(Who who, MessageRef about, String text, List<Button> buttons, Capabilities limits)
            throws ChatException {
        int last = 0;
        OutgoingPost post = new OutgoingPost(text, List.of(), buttons, about, null);
        for (PlannedMessage part : planner.plan(post, limits).messages()) {
            last = Integer.parseInt(posts.send(who.address().channel(), part).id());
        }
        return last;
    }

    /** @param asked when it was about to be shown; the time for an answer runs from there */
    private void remember(Who who, Talk talk, Instant asked) {
        CommandSpec spec = talk.spec();
        OptionSpec option = talk.asked();
        State state = new State(
                talk.command(),
                spec != null,
                spec == null ? null : spec.sub(),
                talk.values(),
                option == null ? null : option.name());
        try {
            conversations.put(
                    who.address().channel(),
                    who.person(),
                    new Conversation(Conversation.Kind.GUIDE, talk.message(), json.writeValueAsString(state), asked));
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
            return new Talk(state.command(), spec, state.values(), asked, message);
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
