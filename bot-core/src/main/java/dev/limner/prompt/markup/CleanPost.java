package dev.limner.prompt.markup;

import dev.limner.avatar.FoundTag;
import java.util.List;

/**
 * A post without what is not story.
 *
 * @param stretches its text, parted at scene breaks; some may be blank. Quotation marks stand as typed,
 *     {@link StoryLines#EMPHASIS} stands for asterisks
 */
public record CleanPost(List<String> stretches, List<PostTag> tags) {

    /** @param aside whether it stands in out-of-character talk */
    public record PostTag(FoundTag found, boolean aside) {}
}
