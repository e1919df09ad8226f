package dev.limner.prompt;

import dev.limner.avatar.AvatarTag;
import dev.limner.prompt.fit.Wording;
import dev.limner.prompt.markup.GivenText;
import java.util.ArrayList;
import java.util.List;

/**
 * A character's words, cleaned for an encoder.
 *
 * @param name without what would be read as markup
 * @param words prefix and state as they stand in a prompt
 * @param stateAt where the state begins in them, -1 where there is none
 * @param tags in their order: of the prefix, of the state, its own
 */
record GivenSheet(String name, String words, int stateAt, List<AvatarTag> tags) {
    static GivenSheet read(CharacterSheet sheet, Encoder encoder, boolean aside) throws CannotComposeException {
        String where = "character " + sheet.name();
        GivenText prefix = GivenText.read(sheet.prefix(), where, encoder);
        GivenText state = GivenText.read(sheet.state(), where, encoder);
        List<AvatarTag> tags = new ArrayList<>(prefix.tags());
        tags.addAll(state.tags());
        tags.addAll(GivenText.readTags(sheet.tags(), where));
        List<String> names = new ArrayList<>();
        names.add(SceneWords.plainName(sheet.name()));
        sheet.aliases().forEach(alias -> names.add(SceneWords.plainName(alias)));
        String words = new Wording(encoder).character(names, prefix.text(), state.text(), aside);
        return new GivenSheet(names.get(0), words, stateAt(words, state.text(), encoder), List.copyOf(tags));
    }

    /** The state stands last; its first letter may have become a capital, and its last stop may have gone. */
    private static int stateAt(String words, String state, Encoder encoder) {
        String now = encoder.readsProse() ? state : Wording.phrases(state);
        for (int at = words.length() - now.length(); !now.isEmpty() && at >= 0; at--) {
            if (words.regionMatches(true, at, now, 0, now.length())) {
                return at;
            }
        }
        return -1;
    }
}
