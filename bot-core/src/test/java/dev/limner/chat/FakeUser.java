package dev.limner.chat;

import dev.limner.command.CommandSpec;
import dev.limner.command.CommandSyntaxException;
import dev.limner.command.IncomingFile;
import dev.limner.command.Invocation;
import dev.limner.command.OptionValue;
import dev.limner.command.TypedCommandParser;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A person at the {@link FakePlatform}. Thread-safe. */
public final class FakeUser implements ChatUser {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LONGEST_MESSAGE = 4000;

    private final FakePlatform platform;
    private final Place place;
    private final Member member;
    private final List<Seen> answers = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private volatile CompletionStage<Void> lastStage = CompletableFuture.completedFuture(null);

    FakeUser(FakePlatform platform, Place place, Member member) {
        this.platform = platform;
        this.place = place;
        this.member = member;
        platform.enter(place.channel());
    }

    /** The same person in another place, which comes to be if it was not there. */
    public FakeUser in(Place elsewhere) {
        return new FakeUser(platform, elsewhere, member);
    }

    public Member member() {
        return member;
    }

    public Place place() {
        return place;
    }

    /** What the listener made of the last event that this person caused. */
    public CompletionStage<Void> lastStage() {
        return lastStage;
    }

    @Override
    public ChannelRef channel() {
        return place.channel();
    }

    @Override
    public String say(String text) {
        if (text.length() > LONGEST_MESSAGE) {
            throw new PlatformRefused("a message of " + text.length() + " characters");
        }
        if (text.startsWith("/")) {
            return type(text, List.of());
        }
        return post(new Author(Author.Kind.PERSON, member.user(), member.displayName()), text);
    }

    /** Writes through a proxy, under the name of a character. */
    public String sayAs(String proxyName, String text) {
        return post(new Author(Author.Kind.PROXY, null, proxyName), text);
    }

    /** Types a command, with files. @return the id of the message that carries it */
    public String type(String line, List<IncomingFile> files) {
        MessageRef message = newMessage();
        Answers responder = new Answers();
        try {
            Invocation invocation = new TypedCommandParser(platform.commands()).parse(line, files);
            cause(new ChatEvent.CommandInvoked(place, member, known(invocation), message, responder));
        } catch (CommandSyntaxException e) {
            responder.answer(new PlannedMessage(String.valueOf(e.getMessage()), List.of(), List.of(), message, null));
        }
        return message.id();
    }

    /** With the account of everybody who was named and is here, as platforms tell it. */
    private Invocation known(Invocation invocation) {
        Map<String, OptionValue> values = new LinkedHashMap<>(invocation.values());
        values.replaceAll((option, value) -> value instanceof OptionValue.Person person
                ? platform.named(person.displayName())
                        .<OptionValue>map(user -> new OptionValue.Person(user.id(), person.displayName()))
                        .orElse(person)
                : value);
        return new Invocation(invocation.spec(), values);
    }

    @Override
    public void edit(String messageId, String text) {
        cause(new ChatEvent.MessageEdited(place, new MessageRef(channel(), messageId), text, Map.of()));
    }

    @Override
    public void delete(String messageId) {
        cause(new ChatEvent.MessageDeleted(place, new MessageRef(channel(), messageId)));
    }

    @Override
    public void command(CommandSpec command, Map<String, String> values, byte @Nullable [] picture) {
        type(ChatUser.typed(command, values), picture == null ? List.of() : List.of(file("picture.png", picture)));
    }

    @Override
    public void press(String messageId, String buttonId) {
        MessageRef message = new MessageRef(channel(), messageId);
        cause(new ChatEvent.ButtonPressed(place, member, message, buttonId, new Answers()));
    }

    @Override
    public void submit(Form form, String value) {
        cause(new ChatEvent.FormSubmitted(place, member, form.id(), value, new Answers()));
    }

    @Override
    public List<Seen> sees() {
        return platform.standing(channel());
    }

    @Override
    public synchronized List<Seen> answers() {
        return List.copyOf(answers);
    }

    @Override
    public synchronized List<Form> forms() {
        return List.copyOf(forms);
    }

    /** A file in memory, as a person would send it. */
    public static IncomingFile file(String name, byte[] bytes) {
        return new IncomingFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long claimedSize() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    private String post(Author author, String text) {
        MessageRef message = newMessage();
        Instant at = BEGINNING.plusSeconds(Long.parseLong(message.id()));
        cause(new ChatEvent.MessagePosted(place, message, author, text, Map.of(), at));
        return message.id();
    }

    private MessageRef newMessage() {
        return new MessageRef(channel(), Long.toString(platform.newId()));
    }

    private void cause(ChatEvent event) {
        try {
            lastStage = platform.listener()
                    .map(listener -> listener.onEvent(event))
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
        } catch (RuntimeException fault) {
            lastStage = CompletableFuture.failedFuture(fault);
        }
    }

    private final class Answers implements Responder, Responder.FormOpener {

        @Override
        public Capabilities capabilities() {
            return platform.capabilities(channel());
        }

        @Override
        public void respond(PlannedMessage message) throws ChatException {
            Seen seen = platform.show(Long.toString(platform.newId()), message);
            synchronized (FakeUser.this) {
                answers.add(seen);
            }
        }

        @Override
        public Optional<FormOpener> forms() {
            return Optional.of(this);
        }

        @Override
        public void open(Form form) {
            synchronized (FakeUser.this) {
                forms.add(form);
            }
        }

        private void answer(PlannedMessage message) {
            try {
                respond(message);
            } catch (ChatException e) {
                throw new AssertionError("an answer that does not fit", e);
            }
        }
    }
}
