package dev.limner.prompt;

import dev.limner.avatar.FoundTag;
import dev.limner.avatar.Tags;
import dev.limner.prompt.fit.Report;
import dev.limner.prompt.fit.Wording;
import dev.limner.prompt.markup.BackendCommands;
import dev.limner.prompt.markup.ChatLinks;
import dev.limner.prompt.markup.Passage;
import dev.limner.prompt.markup.PostCleaner;
import dev.limner.prompt.markup.Sentences;
import dev.limner.prompt.names.Lexicon;
import dev.limner.prompt.text.PlainCharacters;
import dev.limner.prompt.text.Tidy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A scene that somebody else worded, cleaned: no tag, no command, nobody who is not of the scene. */
final class Written {
    private final WrittenScene scene;

    Written(WrittenScene scene) {
        this.scene = scene;
    }

    /** Its words as a passage; without any where nothing is left of them. */
    List<Passage> passages(Encoder encoder) {
        StringBuilder words = new StringBuilder(clean(scene.description()));
        add(words, encoder, "Place", scene.place());
        add(words, encoder, "Mood", scene.mood());
        add(words, encoder, "Shot", scene.shot());
        String text = Tidy.tidy(words);
        return Sentences.hasWords(clean(scene.description())) ? List.of(Passage.given(text)) : List.of();
    }

    /**
     * Who is there of those that the story names. All of them where the writer does not say, or names others only: it may
     * call them by another word.
     *
     * @param cast most prominent first
     * @param described whom the writer's words show, who are there even if it lists nobody
     * @param insisted who is there in any case
     */
    List<Integer> cast(
            List<Integer> cast, List<Integer> described, List<Integer> insisted, Lexicon lexicon, Report report) {
        List<String> names = scene.present();
        if (names == null) {
            return cast;
        }
        PresentNames read = new PresentNames(lexicon);
        Set<Integer> present = new LinkedHashSet<>();
        boolean others = false;
        for (String name : names) {
            List<Integer> called = read.called(PlainCharacters.clean(name));
            others |= !PresentNames.isNobody(name) && called.stream().noneMatch(cast::contains);
            present.addAll(called);
        }
        if (others) {
            report.note("The scene writer named somebody who is not in the story; passed over.");
            if (cast.stream().noneMatch(present::contains)) {
                return cast;
            }
        }
        if (present.isEmpty()) {
            present.addAll(described);
        }
        present.addAll(insisted);
        List<Integer> there = cast.stream().filter(present::contains).toList();
        if (there.isEmpty() && !cast.isEmpty()) {
            report.note("The scene writer sees nobody of the cast there.");
        }
        return there;
    }

    private static void add(StringBuilder words, Encoder encoder, String what, String text) {
        String clean = clean(text);
        if (!Sentences.hasWords(clean)) {
            return;
        }
        if (encoder.readsProse()) {
            words.append(Wording.endsWithStop(words.toString()) ? " " : ". ")
                    .append(what)
                    .append(": ")
                    .append(clean);
            words.append(Wording.endsWithStop(clean) ? "" : ".");
        } else {
            words.append(", ").append(clean);
        }
    }

    private static String clean(String text) {
        List<FoundTag> found = new ArrayList<>(Tags.find(text));
        StringBuilder tagless = new StringBuilder(text.length());
        int from = 0;
        for (FoundTag tag : found) {
            tagless.append(text, from, tag.start()).append(' ');
            from = tag.end();
        }
        String plain = ChatLinks.remove(
                PlainCharacters.clean(tagless.append(text, from, text.length()).toString()));
        String line = PostCleaner.withoutRemarks(plain).replace('\n', ' ').replace("*", "");
        return Tidy.tidy(BackendCommands.inGiven(line, false));
    }
}
