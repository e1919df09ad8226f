package dev.limner.chat;

import dev.limner.command.CommandSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person at a platform: what this person does there, and what the platform shows in return. A platform's test
 * implements it against the loopback server that stands in for the platform.
 *
 * <p>Whatever is asked of the person has reached the platform on return; the platform's reaction may take longer.
 */
public interface ChatUser {

    /** Where this person is; all that follows happens there. */
    ChannelRef channel();

    /**
     * Writes a message.
     *
     * @return the message's id, as in {@link MessageRef#id()}
     * @throws PlatformRefused when the platform takes no such text
     */
    String say(String text);

    void edit(String messageId, String text);

    void delete(String messageId);

    /**
     * Gives a command, in the platform's own way.
     *
     * @param values by option, in the catalogue's order, without pictures
     * @param picture the bytes for the command's picture option
     */
    void command(CommandSpec command, Map<String, String> values, byte @Nullable [] picture);

    void press(String messageId, String buttonId);

    /** What the bot has posted to the channel and still stands there, oldest first. */
    List<Seen> sees();

    /** What the bot has answered to this person, oldest first. */
    List<Seen> answers();

    /** The forms that were opened for this person. */
    default List<Form> forms() {
        return List.of();
    }

    default void submit(Form form, String value) {
        throw new UnsupportedOperationException("no forms here");
    }

    /**
     * A message as a client shows it.
     *
     * @param replyTo the id of the message that it answers
     * @param pings whether anyone was notified by its text
     */
    record Seen(
            String id,
            String text,
            List<SeenFile> files,
            List<Button> buttons,
            @Nullable String replyTo,
            boolean pings) {

        public Seen {
            files = List.copyOf(files);
            buttons = List.copyOf(buttons);
        }
    }

    /** A file as a client receives it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its parts
    record SeenFile(String name, byte[] bytes, String altText) {}

    /** The platform took no such message from the person. */
    final class PlatformRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PlatformRefused(String message) {
            super(message);
        }
    }

    /** The command as it is typed where commands are typed. */
    static String typed(CommandSpec command, Map<String, String> values) {
        return "/" + command.path()
                + command.options().stream()
                        .filter(option -> values.containsKey(option.name()))
                        .map(option -> " " + (option.required() ? "" : option.name() + "=") + "\""
                                + values.get(option.name()) + "\"")
                        .collect(Collectors.joining());
    }
}
