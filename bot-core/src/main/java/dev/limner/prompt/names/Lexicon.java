package dev.limner.prompt.names;

import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.text.Endings;
import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.Inflections;
import dev.limner.prompt.text.Titles;
import dev.limner.prompt.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All names and aliases of the characters, ready to be found in text. Names are data, never patterns. */
public final class Lexicon {
    private static final Set<String> ARTICLES = Set.of("the", "der", "die", "das", "le", "la", "el", "il");
    private static final int SHORTEST_LAST_NAME = 4;
    /** Nobody is called by more in a story. */
    private static final int MOST_WORDS = 30;

    private final WordTree tree = new WordTree();
    private final NameTree names = new NameTree();
    private final List<Builder> built = new ArrayList<>();
    private final Map<String, Builder> byName = new HashMap<>();
    private final Map<String, Set<Integer>> whole = new HashMap<>();

    private static final class Builder {
        final Words words;
        final boolean anyCase;
        final CommonNames.Kind kind;
        final Set<Integer> characters = new HashSet<>();

        Builder(Words words, boolean anyCase, CommonNames.Kind kind) {
            this.words = words;
            this.anyCase = anyCase;
            this.kind = kind;
        }
    }

    public static Lexicon of(List<CharacterSheet> characters) {
        Lexicon lexicon = new Lexicon();
        for (int i = 0; i < characters.size(); i++) {
            CharacterSheet sheet = characters.get(i);
            lexicon.name(sheet.name(), i, false);
            for (String alias : sheet.aliases()) {
                lexicon.name(
                        alias, i, Words.of(alias).size() > 0 && !Words.of(alias).is(0, Words.CAPITAL));
            }
        }
        lexicon.firstNames(characters);
        lexicon.lastNames(characters);
        lexicon.titles(characters);
        lexicon.build();
        return lexicon;
    }

    WordTree tree() {
        return tree;
    }

    NameTree names() {
        return names;
    }

    /** The characters of exactly this name or alias, in order. */
    public List<Integer> called(String name) {
        return whole.getOrDefault(Folding.fold(name), Set.of()).stream()
                .sorted()
                .toList();
    }

    private void name(String name, int character, boolean anyCase) {
        whole.computeIfAbsent(Folding.fold(name), k -> new HashSet<>()).add(character);
        Words words = Words.of(name);
        add(words, character, anyCase);
        if (words.size() > 1 && words.is(0, Words.UNSPACED)) {
            add(Words.of(words.folded().toString()), character, anyCase);
        }
    }

    private void add(Words words, int character, boolean anyCase) {
        boolean word = words.size() == 1 && !anyCase;
        add(words, character, anyCase, word ? CommonNames.kind(words.word(0)) : CommonNames.Kind.NAME);
    }

    private void add(Words words, int character, boolean anyCase, CommonNames.Kind kind) {
        if (words.size() == 0 || words.size() > MOST_WORDS) {
            return;
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            key.append(words.word(i)).append(' ');
        }
        byName.computeIfAbsent(key.toString(), k -> {
                    Builder b = new Builder(words, anyCase, kind);
                    built.add(b);
                    return b;
                })
                .characters
                .add(character);
    }

    /** A first name alone stands for its bearer, where nobody else bears it. */
    private void firstNames(List<CharacterSheet> characters) {
        Map<String, Integer> owners = new HashMap<>();
        Map<String, Words> parts = new HashMap<>();
        for (int i = 0; i < characters.size(); i++) {
            Words words = Words.of(characters.get(i).name());
            if (words.size() < 2) {
                continue;
            }
            int first = 0;
            while (first < words.size() - 1 && Titles.begins(words.word(first))) {
                first++;
            }
            int last = words.is(0, Words.UNSPACED) ? words.size() - 1 : first;
            for (int w = first; w <= last; w++) {
                String part = words.word(w);
                if (part.length() > 1) {
                    owners.merge(part, i, (a, b) -> a.equals(b) ? a : Integer.valueOf(-1));
                    parts.putIfAbsent(part, Words.of(part));
                }
            }
        }
        parts.forEach((part, words) -> {
            int owner = owners.getOrDefault(part, -1);
            if (owner >= 0 && !byName.containsKey(part + " ")) {
                add(words, owner, false);
            }
        });
    }

    /** A last name alone, where it is long enough to be no other's first name and nobody else bears it. */
    private void lastNames(List<CharacterSheet> characters) {
        Map<String, Integer> bearers = new HashMap<>();
        for (int i = 0; i < characters.size(); i++) {
            Words words = Words.of(characters.get(i).name());
            for (int w = 0; w < words.size(); w++) {
                bearers.merge(words.word(w), i, (a, b) -> a.equals(b) ? a : Integer.valueOf(-1));
            }
        }
        for (int i = 0; i < characters.size(); i++) {
            Words words = Words.of(characters.get(i).name());
            int last = words.size() - 1;
            if (last < 1 || !words.is(last, Words.CAPITAL)) {
                continue;
            }
            String word = words.word(last);
            boolean own = bearers.getOrDefault(word, -1) == i && !Titles.begins(word);
            if (own && word.length() >= SHORTEST_LAST_NAME && !byName.containsKey(word + " ")) {
                CommonNames.Kind kind = CommonNames.kind(word);
                add(Words.of(word), i, false, kind == CommonNames.Kind.NAME ? CommonNames.Kind.FOREIGN : kind);
            }
        }
    }

    /** {@code the cook} is called {@code cook}. */
    private void titles(List<CharacterSheet> characters) {
        for (int i = 0; i < characters.size(); i++) {
            for (String alias : characters.get(i).aliases()) {
                Words words = Words.of(alias);
                if (words.size() == 2 && ARTICLES.contains(words.word(0)) && !byName.containsKey(words.word(1) + " ")) {
                    add(Words.of(words.word(1)), i, false, CommonNames.Kind.TITLE);
                }
            }
        }
    }

    private void build() {
        for (Builder builder : built) {
            Words words = builder.words;
            int[] ids = new int[words.size()];
            boolean[] dots = new boolean[words.size()];
            char[] initials = new char[words.size()];
            for (int i = 0; i < ids.length; i++) {
                CharSequence word = words.folded().subSequence(words.start(i), words.end(i));
                ids[i] = tree.add(word);
                initials[i] = word.charAt(0);
                dots[i] = i > 0 && words.gap(i) == Words.Gap.DOT;
                if (Endings.hasStem(word)) {
                    tree.addStem(word, word.length() - 1, ids[i]);
                }
                if (builder.kind != CommonNames.Kind.TITLE) {
                    int id = ids[i];
                    Inflections.of(word).forEach(form -> tree.addForm(form, id));
                }
            }
            int[] characters = builder.characters.stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            names.add(ids, initials, dots, new NameTree.Name(ids.length, characters, builder.kind, builder.anyCase));
        }
    }
}
