package dev.limner.avatar;

import java.util.ArrayList;
import java.util.List;

/** The tag grammar: {@code <be-KIND:NAME:WEIGHT>}, any number, anywhere in a text. */
public final class Tags {
    private static final char MARK = '\uFDD0';

    private Tags() {}

    /**
     * A text that somebody gave, as a command, a prefix or a style.
     *
     * @param tags in order, the same avatar perhaps twice
     * @param text without them
     */
    public record Given(List<AvatarTag> tags, String text) {
        public Given {
            tags = List.copyOf(tags);
        }
    }

    /** All that are tags or meant to be, in order, not overlapping. */
    public static List<FoundTag> find(String text) {
        return TagScanner.scan(text);
    }

    /**
     * Reads a text that somebody gives. Whether the avatars exist is not looked at.
     *
     * @throws TagException at the first faulty tag
     */
    public static Given given(String text) throws TagException {
        List<FoundTag> found = find(text);
        if (found.isEmpty()) {
            return new Given(List.of(), text);
        }
        List<AvatarTag> tags = new ArrayList<>();
        StringBuilder marked = new StringBuilder(text.length());
        int from = 0;
        for (FoundTag tag : found) {
            if (tag instanceof FoundTag.Faulty faulty) {
                throw new TagException(faulty.fault());
            }
            tags.add(((FoundTag.Sound) tag).tag());
            marked.append(text, from, tag.start()).append(MARK);
            from = tag.end();
        }
        marked.append(text, from, text.length());
        return new Given(tags, TagGaps.close(marked.toString(), MARK));
    }
}
