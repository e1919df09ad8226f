package dev.limner.prompt.cast;

import dev.limner.prompt.names.Lexicon;
import dev.limner.prompt.names.NameFinder;
import dev.limner.prompt.text.PlainCharacters;
import java.util.ArrayList;
import java.util.List;

/** Finds the character that somebody asks for: by name or alias, or by what names it. */
public final class Asked {
    private final Lexicon lexicon;

    public Asked(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    public List<Integer> find(String name) {
        String clean = PlainCharacters.clean(name).strip();
        List<Integer> called = lexicon.called(clean);
        if (!called.isEmpty()) {
            return called;
        }
        List<Integer> found = new ArrayList<>();
        new NameFinder(lexicon, () -> false, named -> {
                    if (found.isEmpty()
                            && named.first() == 0
                            && named.last() == named.words().size() - 1) {
                        for (int c : named.characters()) {
                            found.add(c);
                        }
                    }
                })
                .read(clean);
        return found;
    }
}
