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
    static GivenSheet read(CharacterSheet sheet, Encoder encoder) throws CannotComposeException {
        String where = "character " + sheet.name();
        GivenText prefix = GivenText.read(sheet.prefix(), where, encoder);
        GivenText state = GivenText.read(sheet.state(), where, encoder);
        List<AvatarTag> tags = new ArrayList<>(prefix.tags());
        tags.addAll(state.tags());
        tags.addAll(GivenText.readTags(sheet.tags(), where));
        String name = SceneWords.plainName(sheet.name());
        Wording wording = new Wording(encoder);
        String words = wording.character(name, prefix.text(), state.text());
        String now = encoder.readsProse() ? state.text() : Wording.phrases(state.text());
        return new GivenSheet(name, words, now.isEmpty() ? -1 : words.lastIndexOf(now), List.copyOf(tags));
    }
}
