package dev.limner.telegram.event;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Responder;
import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSyntaxException;
import dev.limner.command.IncomingFile;
import dev.limner.command.Invocation;
import dev.limner.command.OptionType;
import dev.limner.command.TypedCommandParser;
import dev.limner.telegram.inbox.Conversation;
import dev.limner.telegram.inbox.ConversationStore;
import dev.limner.telegram.post.Address;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Commands as they are typed on Telegram: with a picture or in reply to one, to a bot by name, or without values. */
final class Commands {
    /** As Telegram recognises them: at the start, and addressed to a bot where a group has several. */
    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,64})(?:@(\\w+))?(?=\\s|$)");

    private final Bot bot;
    private final CommandCatalog catalog;
    private final TypedCommandParser parser;
    private final ChatListener listener;
    private final People people;
    private final Photos photos;
    private final Guide guide;
    private final Answers answers;
    private final ConversationStore conversations;
    private final Completed completed;
    private final InstantSource clock;

    Commands(
            Bot bot,
            CommandCatalog catalog,
            ChatListener listener,
            People people,
            Photos photos,
            Guide guide,
            Answers answers,
            ConversationStore conversations,
            Completed completed,
            InstantSource clock) {
        this.bot = bot;
        this.catalog = catalog;
        this.parser = new TypedCommandParser(catalog);
        this.listener = listener;
        this.people = people;
        this.photos = photos;
        this.guide = guide;
        this.answers = answers;
        this.conversations = conversations;
        this.completed = completed;
        this.clock = clock;
    }

    /**
     * Somebody's word, with who and where they are.
     *
     * @param key tells the message or the press from all others of that person there, also when it is told again
     * @param update the number of the update that brought it
     * @param again whether it may have been told before
     */
    record Said(Message message, Address address, Members.Standing standing, String key, long update, boolean again) {
        Member by() {
            return standing.member();
        }

        Who who() {
            return new Who(address, by().user().id());
        }

        Responder.Telling telling() {
            return telling(address, key, again);
        }

        static Responder.Telling telling(Address address, String key, boolean again) {
            return new Responder.Telling(address.channel().id() + " " + key, again);
        }

        MessageRef ref() {
            return new MessageRef(address.channel(), String.valueOf(message.getMessageId()));
        }
    }

    static boolean isCommand(String text) {
        return COMMAND.matcher(text).lookingAt();
    }

    /** Follows a command, whoever it is for. */
    @Nullable
    CompletionStage<Void> given(Said said, String line) throws ChatException {
        Matcher command = COMMAND.matcher(line);
        if (!command.lookingAt()) {
            return null;
        }
        String to = command.group(2);
        if (to != null && !to.equalsIgnoreCase(bot.userName())) {
            return null;
        }
        String name = command.group(1).toLowerCase(Locale.ROOT);
        boolean forUs = to != null || said.address().isPrivate() || parser.isNearly(name);
        if (!forUs) {
            return null;
        }
        if (name.equals("start") && catalog.named(name).isEmpty()) {
            return follow(said, "/help start");
        }
        boolean bare = line.substring(command.end()).isBlank();
        if (bare && !Photos.hasPicture(said.message()) && guide.leads(name)) {
            guide.begin(said, name);
            return null;
        }
        return follow(said, line);
    }

    /** The command that this is the last part of, as far as that can be told; also where it was told before. */
    Guide.@Nullable Given endsWith(Said said) {
        Guide.Given again = again(said);
        return again == null ? awaiting(said) : again;
    }

    /** The command that the same message or press completed before. */
    Guide.@Nullable Given again(Said said) {
        return completed.again(said.update());
    }

    /** A picture may be what a command waits for, if it came after that: one without words, or one in reply to us. */
    private Guide.@Nullable Given awaiting(Said said) {
        Message message = said.message();
        boolean meant = Origin.text(message).isBlank() || isToUs(Origin.repliedTo(message));
        if (!meant || !Photos.hasPicture(message)) {
            return null;
        }
        return picture(said)
                .filter(asked -> asked.update() < said.update())
                .map(Conversation::state)
                .map(line -> new Guide.Given(line, Origin.about(message)))
                .orElse(null);
    }

    /** Whether a command still waits for a picture of theirs. */
    boolean awaitsPicture(Said said) {
        return picture(said).isPresent();
    }

    private Optional<Conversation> picture(Said said) {
        return conversations
                .find(said.address().channel(), said.by().user().id())
                .filter(waiting -> waiting.kind() == Conversation.Kind.PICTURE && !waiting.isOver(clock.instant()));
    }

    /** Telegram need not tell whose message is answered; in a moved group another's may have the number of one of ours. */
    boolean isOfOthers(Message replied) {
        return replied.getFrom() != null && replied.getFrom().getId() != bot.id();
    }

    private boolean isToUs(@Nullable Message replied) {
        return replied != null && replied.getFrom() != null && !isOfOthers(replied);
    }

    /** Follows a command that is complete, as typed. */
    private @Nullable CompletionStage<Void> follow(Said said, String line) throws ChatException {
        return follow(said, new Guide.Given(line, Origin.about(said.message())));
    }

    /** Follows a command that took several messages, and is followed again if it is told again. */
    @Nullable
    CompletionStage<Void> complete(Said said, Guide.Given given) throws ChatException {
        if (!said.standing().known()) {
            // what it is the last part of is still waited for
            answers.say(said, Members.UNKNOWN);
            return null;
        }
        completed.keep(said.who(), said.update(), given);
        return follow(said, given);
    }

    /** What a command is about need not be what its last message answers. */
    private @Nullable CompletionStage<Void> follow(Said said, Guide.Given given) throws ChatException {
        String line = given.line();
        try {
            List<IncomingFile> files = files(said, line);
            if (!said.standing().known()) {
                answers.say(said, Members.UNKNOWN);
                return null;
            }
            Invocation invocation = people.known(parser.parse(line, files), said.message());
            return listener.onEvent(new CommandInvoked(
                    said.address().place(), said.by(), invocation, said.ref(), given.about(), answers.to(said)));
        } catch (AwaitedException picture) {
            awaitPicture(
                    said, line, "Now reply to this with the picture, as a photo or as a file, within ten minutes.");
        } catch (TooLargeException e) {
            awaitPicture(
                    said,
                    line,
                    "Telegram lets a bot fetch files of at most 20 MB, and this one is larger. Reply to this with a"
                            + " smaller one, within ten minutes.");
        } catch (CommandSyntaxException e) {
            answers.say(said, String.valueOf(e.getMessage()));
        }
        return null;
    }

    /** Told again, it does not take the place of what they began since. */
    private void awaitPicture(Said said, String line, String question) {
        ChannelRef channel = said.address().channel();
        String person = said.by().user().id();
        if (conversations
                .find(channel, person)
                .filter(since -> since.update() > said.update())
                .isPresent()) {
            return;
        }
        conversations.put(
                channel, person, new Conversation(Conversation.Kind.PICTURE, said.update(), 0, line, clock.instant()));
        answers.ask(said, question);
    }

    /** The picture that a command takes: its own, or that of the message that it answers. */
    private List<IncomingFile> files(Said said, String line)
            throws CommandSyntaxException, AwaitedException, TooLargeException {
        Optional<IncomingFile> picture =
                photos.of(said.message()).or(() -> photos.of(Origin.repliedTo(said.message())));
        boolean takesOne = catalog.all().stream()
                .anyMatch(spec -> spec.options().stream().anyMatch(o -> o.type() == OptionType.IMAGE)
                        && names(line, spec.name(), spec.sub()));
        if (!takesOne) {
            return List.of();
        }
        if (picture.isEmpty()) {
            // what is wrong besides is said before a picture is asked for
            parser.parse(line, List.of(new NoFile()));
            throw new AwaitedException();
        }
        if (picture.get().claimedSize() > Photos.MOST_BYTES) {
            throw new TooLargeException();
        }
        return List.of(picture.get());
    }

    private static boolean names(String line, String name, @Nullable String sub) {
        String[] words = line.strip().split("\\s+", 3);
        String first = words[0].substring(1).split("@", 2)[0];
        return first.equalsIgnoreCase(name) && (sub == null || (words.length > 1 && words[1].equalsIgnoreCase(sub)));
    }

    private static final class NoFile implements IncomingFile {
        @Override
        public String name() {
            return "";
        }

        @Override
        public long claimedSize() {
            return -1;
        }

        @Override
        public java.io.InputStream open() {
            return java.io.InputStream.nullInputStream();
        }
    }

    private static final class AwaitedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
