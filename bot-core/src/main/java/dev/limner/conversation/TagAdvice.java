package dev.limner.conversation;

import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.TagException;
import dev.limner.avatar.Tags;
import java.util.List;

/** A word on tags that are taken, but will hardly do what was meant. Pure. */
final class TagAdvice {
    private TagAdvice() {}

    /** @return lines to be put behind an answer, each led by a line break; empty when there is nothing to say */
    static String on(String prefix, List<String> tags) {
        StringBuilder advice = new StringBuilder();
        try {
            for (AvatarTag tag :
                    Tags.given(prefix + " " + String.join(" ", tags)).tags()) {
                if (tag.heavy()) {
                    advice.append('\n')
                            .append(tag)
                            .append(" weighs more than 0.4: the picture may follow the image and not the words.");
                }
            }
        } catch (TagException e) {
            throw new IllegalStateException("tags are checked before they are kept", e);
        }
        return advice.toString();
    }
}
