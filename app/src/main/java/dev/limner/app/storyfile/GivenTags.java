package dev.limner.app.storyfile;

import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.TagException;
import dev.limner.avatar.Tags;
import dev.limner.prompt.AvatarSheet;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.StyleSheet;
import java.util.List;

/** Checks the tags that a story file gives, also those of characters that the scene may not need. */
final class GivenTags {
    private GivenTags() {}

    static void check(CompositionInput input) throws StoryFileException {
        StyleSheet style = input.style();
        if (style != null) {
            check(style.prefix(), "style.prefix", input.avatars());
            checkAll(style.tags(), "style.tags", input.avatars());
        }
        for (int i = 0; i < input.characters().size(); i++) {
            CharacterSheet character = input.characters().get(i);
            String path = "characters[" + i + "].";
            check(character.prefix(), path + "prefix", input.avatars());
            check(character.state(), path + "state", input.avatars());
            checkAll(character.tags(), path + "tags", input.avatars());
        }
    }

    private static void checkAll(List<String> tags, String path, List<AvatarSheet> avatars) throws StoryFileException {
        for (int i = 0; i < tags.size(); i++) {
            Tags.Given given = check(tags.get(i), path + "[" + i + "]", avatars);
            if (given.tags().isEmpty() || !given.text().isBlank()) {
                throw new StoryFileException("%s[%d]: \"%s\" is no avatar tag; write one as <be-face:NAME:0.3>"
                        .formatted(path, i, tags.get(i)));
            }
        }
    }

    private static Tags.Given check(String text, String path, List<AvatarSheet> avatars) throws StoryFileException {
        try {
            Tags.Given given = Tags.given(text);
            for (AvatarTag tag : given.tags()) {
                if (avatars.stream().noneMatch(a -> a.name().equals(tag.name()) && a.kind() == tag.kind())) {
                    throw new StoryFileException(
                            "%s: %s names no avatar of this file; list it under avatars as be-%s:%s"
                                    .formatted(path, tag, tag.kind().word(), tag.name()));
                }
            }
            return given;
        } catch (TagException e) {
            throw new StoryFileException(path + ": " + e.getMessage());
        }
    }
}
