package dev.limner.prompt;

import dev.limner.prompt.markup.Passage;
import dev.limner.prompt.markup.Sentences;
import java.util.List;

/** Says why there is nothing to draw, and what to do. */
record NothingToDraw(Ask ask, Scene scene) {

    void check(List<Passage> read) throws CannotComposeException {
        if (ask.mode() == Mode.PORTRAIT || read.stream().anyMatch(p -> Sentences.hasWords(p.text()))) {
            return;
        }
        throw new CannotComposeException("Nothing to draw: " + why());
    }

    private String why() {
        if (ask.mode() == Mode.IMAGINE) {
            return "the prompt holds no words besides tags and commands. Describe the picture in a few words.";
        }
        if (!scene.sawPosts()) {
            return "there are no story messages yet. Play a little, or give a hint.";
        }
        if (!scene.sawPeople()) {
            return "there are only messages of bots, and none bears a character's name.";
        }
        return "the messages hold only out-of-character talk, commands, links or signs. Play on, or give a hint.";
    }
}
