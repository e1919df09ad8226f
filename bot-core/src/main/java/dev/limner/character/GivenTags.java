package dev.limner.character;

import dev.limner.input.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an option that holds avatar tags and nothing else. */
final class GivenTags {
    private static final int MOST = 12;
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]*");

    private GivenTags() {}

    /** As written, in their order. */
    static List<String> parse(String text) throws RefusedException {
        List<String> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            tags.add(tag.group());
        }
        if (!BETWEEN.matcher(tag.replaceAll("")).matches()) {
            throw new RefusedException(
                    "The option tags holds avatar tags only, such as <be-face:mira:0.3>; put other words in prefix.");
        }
        if (tags.size() > MOST) {
            throw new RefusedException(
                    "There may be at most " + MOST + " tags, and these are " + tags.size() + ". Leave some out.");
        }
        return tags;
    }
}
