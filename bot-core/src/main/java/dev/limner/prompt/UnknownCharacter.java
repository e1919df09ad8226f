package dev.limner.prompt;

import dev.limner.prompt.text.Nearest;
import dev.limner.prompt.text.PlainCharacters;
import java.util.List;

/** What to say when somebody asks for a character that does not exist. */
final class UnknownCharacter {
    private UnknownCharacter() {}

    static String message(String typed, List<CharacterSheet> characters) {
        String name = PlainCharacters.clean(typed).strip();
        if (name.codePointCount(0, name.length()) > 40) {
            name = name.substring(0, name.offsetByCodePoints(0, 40)) + "...";
        }
        List<String> nearest =
                Nearest.to(name, characters.stream().map(CharacterSheet::name).toList());
        return "No character is called \"%s\". %s"
                .formatted(name, nearest.isEmpty() ? list(characters) : "There is " + String.join(", ", nearest) + ".");
    }

    static String list(List<CharacterSheet> characters) {
        if (characters.isEmpty()) {
            return "There is no character yet; add one with /character set.";
        }
        return "There is "
                + String.join(
                        ", ",
                        characters.stream().map(CharacterSheet::name).limit(5).toList()) + ".";
    }
}
