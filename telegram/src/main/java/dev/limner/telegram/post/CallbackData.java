package dev.limner.telegram.post;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a button sends when it is pressed: its id, and the topic that it stands in, which Telegram does not tell of a
 * message that is too old to be shown. Pure.
 *
 * @param topic null for the General topic and outside forums
 */
public record CallbackData(String button, @Nullable Integer topic) {
    /** The most that a topic adds to an id, in bytes. */
    public static final int TOPIC_BYTES = 11;

    private static final Pattern WITH_TOPIC = Pattern.compile("(.+)/(\\d{1,9})", Pattern.DOTALL);

    /** @param data hostile: whoever has a modified app sends what they like */
    public static CallbackData read(String data) {
        Matcher parts = WITH_TOPIC.matcher(data);
        return parts.matches()
                ? new CallbackData(parts.group(1), Integer.valueOf(parts.group(2)))
                : new CallbackData(data, null);
    }

    String written() {
        return topic == null ? button : button + "/" + topic;
    }
}
