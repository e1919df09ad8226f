package dev.limner.character;

import dev.limner.avatar.FoundTag;
import dev.limner.avatar.TagException;
import dev.limner.avatar.Tags;
import dev.limner.input.RefusedException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads an option that holds avatar tags and nothing else. */
final class GivenTags {
    private static final int MOST = 12;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]*");

    private GivenTags() {}

    /** As written, in their order. What a composition would not take is refused here, where it can be mended. */
    static List<String> parse(String text) throws RefusedException {
        if (!BETWEEN.matcher(withoutTags(text)).matches()) {
            throw new RefusedException(
                    "The option tags holds avatar tags only, such as <be-face:mira:0.3>; put other words in prefix.");
        }
        List<String> tags = Tags.find(text).stream().map(FoundTag::text).toList();
        if (tags.size() > MOST) {
            throw new RefusedException(
                    "There may be at most " + MOST + " tags, and these are " + tags.size() + ". Leave some out.");
        }
        return tags;
    }

    private static String withoutTags(String text) throws RefusedException {
        try {
            return Tags.given(text).text();
        } catch (TagException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }
}
