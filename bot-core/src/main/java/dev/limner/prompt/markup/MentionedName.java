package dev.limner.prompt.markup;

import dev.limner.avatar.FoundTag;
import dev.limner.avatar.Tags;
import dev.limner.prompt.text.PlainCharacters;

/** The name of somebody mentioned: it comes from outside, and must not bring markup or lines of its own. */
final class MentionedName {
    private MentionedName() {}

    static String of(String name) {
        StringBuilder plain = new StringBuilder();
        StringBuilder tagless = new StringBuilder();
        int from = 0;
        for (FoundTag tag : Tags.find(name)) {
            tagless.append(name, from, tag.start());
            from = tag.end();
        }
        String clean = AngleCommands.remove(
                PlainCharacters.clean(tagless.append(name, from, name.length()).toString()));
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (InlineMarkup.isPlain(c) || c == '\uFF1A') {
                plain.append(c == '\n' ? ' ' : c);
            }
        }
        return plain.toString().strip();
    }
}
