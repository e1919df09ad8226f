package dev.limner.conversation;

import dev.limner.character.Names;
import dev.limner.character.StoryCharacter;
import dev.limner.command.TypedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line that begins with a character's name, as people type it without quotes: {@code Ann Lee torn cloak} or
 * {@code Ann Lee, smiling}.
 *
 * @param name as the character has it
 * @param rest what stands behind, without quotes around all of it; may be empty
 */
record NamedFirst(String name, String rest) {
    /** Names have none of these signs. */
    private static final Pattern ENDED = Pattern.compile("[\\s,:;]|$");

    private static final Pattern BETWEEN = Pattern.compile("\\s*[,:;]\\s*|\\s+");

    /** Splits behind the longest name that is known; empty when the line begins with none. */
    static Optional<NamedFirst> split(String line, List<StoryCharacter> known) {
        String folded = Names.fold(line);
        StoryCharacter longest = null;
        for (StoryCharacter character : known) {
            String name = Names.fold(character.name());
            boolean first = folded.startsWith(name)
                    && ENDED.matcher(folded.substring(name.length())).lookingAt();
            if (first
                    && (longest == null
                            || name.length() > Names.fold(longest.name()).length())) {
                longest = character;
            }
        }
        if (longest == null) {
            return Optional.empty();
        }
        int words = Names.fold(longest.name()).split(" ").length;
        String[] parts = BETWEEN.split(line.strip(), words + 1);
        return Optional.of(
                new NamedFirst(longest.name(), parts.length > words ? TypedText.unquoted(parts[words]) : ""));
    }
}
