package dev.limner.telegram.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.chat.MessageRef;
import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSpec;
import dev.limner.command.OptionSpec;
import dev.limner.telegram.inbox.Conversation;
import dev.limner.telegram.inbox.ConversationStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far everybody is with a guided command, kept so that a restart does not end it. Thread-safe; blocks. */
final class Talks {
    private final CommandCatalog catalog;
    private final ConversationStore conversations;
    private final InstantSource clock;
    private final ObjectMapper json = new ObjectMapper();

    Talks(CommandCatalog catalog, ConversationStore conversations, InstantSource clock) {
        this.catalog = catalog;
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param spec null while the subcommand is to be chosen
     * @param about what the command that began it answered
     * @param asked the option that the last message asked for; null where it was for a choice of what to do
     */
    record Talk(
            String command,
            @Nullable MessageRef about,
            @Nullable CommandSpec spec,
            Map<String, String> values,
            @Nullable OptionSpec asked) {

        /** One that begins, with nothing asked yet. */
        Talk(String command, @Nullable MessageRef about, @Nullable CommandSpec spec) {
            this(command, about, spec, Map.of(), null);
        }

        Talk asking(@Nullable OptionSpec option) {
            return new Talk(command, about, spec, values, option);
        }

        Talk with(OptionSpec option, String value) {
            Map<String, String> more = new LinkedHashMap<>(values);
            more.put(option.name(), value);
            return new Talk(command, about, spec, more, null);
        }

        /** The command as somebody would type it. */
        String typed(CommandSpec form) {
            StringBuilder line = new StringBuilder("/").append(form.path());
            for (OptionSpec option : form.options()) {
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

    Instant now() {
        return clock.instant();
    }

    /** Whether what they began is where it is by this update or a later one, so that there is nothing to be done for it. */
    boolean isPast(Who who, long update) {
        return conversations
                .find(who.address().channel(), who.person())
                .filter(kept -> kept.update() >= update)
                .isPresent();
    }

    /**
     * @param update what led to the question
     * @param asking the message that asks
     * @param asked when it was about to be shown; the time for an answer runs from there
     */
    void keep(String person, long update, Talk talk, MessageRef asking, Instant asked) {
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
            int message = Integer.parseInt(asking.id());
            conversations.put(
                    asking.channel(),
                    person,
                    new Conversation(Conversation.Kind.GUIDE, update, message, json.writeValueAsString(state), asked));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    /**
     * The talk that a message asked in, or null.
     *
     * @throws NotYours when it took too long
     */
    @Nullable
    Talk askedIn(Who who, int message) throws NotYours {
        Conversation kept =
                conversations.find(who.address().channel(), who.person()).orElse(null);
        if (kept == null || kept.kind() != Conversation.Kind.GUIDE || kept.message() != message) {
            return null;
        }
        if (kept.isOver(clock.instant())) {
            throw new NotYours();
        }
        try {
            return talk(json.readValue(kept.state(), State.class));
        } catch (JsonProcessingException e) {
            throw new NotYours();
        }
    }

    private Talk talk(State state) throws NotYours {
        CommandSpec spec =
                state.chosen() ? catalog.find(state.command(), state.sub()).orElseThrow(NotYours::new) : null;
        OptionSpec asked = spec == null || state.asked() == null
                ? null
                : spec.option(state.asked()).orElseThrow(NotYours::new);
        Kept about = state.about();
        return new Talk(state.command(), about == null ? null : about.ref(), spec, state.values(), asked);
    }

    /** The buttons are somebody else's, or what they belonged to is over. */
    static final class NotYours extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
