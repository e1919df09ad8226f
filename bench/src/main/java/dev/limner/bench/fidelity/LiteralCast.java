package dev.limner.bench.fidelity;

import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ScenePost;
import dev.limner.prompt.cast.Authors;
import dev.limner.prompt.markup.CleanPosts;
import dev.limner.prompt.markup.Sentences;
import dev.limner.prompt.names.Lexicon;
import dev.limner.prompt.text.Endings;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.SlavicHint;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cast by what the rules say to the letter and nothing more: who wrote, and whose name stands in what remains of the
 * text, unless a word for absence stands in the same sentence. How far it gets tells how hard a set of stories is.
 */
final class LiteralCast {
    private static final Set<String> ABSENCE = NameWords.words("""
            dead died absent buried grave funeral painted painting portrait statue remembers remembered remembering memory \
            late tot gestorben gemalde muerto muerta murio retrato mort morte nie zyje умер умерла""");

    private final List<CharacterSheet> characters;
    private final Lexicon lexicon;
    private final Map<String, Set<Integer>> names = new HashMap<>();
    private final Set<Integer> present = new TreeSet<>();
    private int longest = 1;
    private boolean slavic;

    private LiteralCast(List<CharacterSheet> characters) {
        this.characters = characters;
        lexicon = Lexicon.of(characters);
        Map<String, Set<Integer>> first = new HashMap<>();
        for (int i = 0; i < characters.size(); i++) {
            add(characters.get(i).name(), i);
            for (String alias : characters.get(i).aliases()) {
                add(alias, i);
            }
            first.computeIfAbsent(Words.of(characters.get(i).name()).word(0), k -> new TreeSet<>())
                    .add(i);
        }
        first.forEach((name, bearers) -> {
            if (bearers.size() == 1) {
                names.putIfAbsent(name, bearers);
            }
        });
    }

    private void add(String name, int character) {
        Words words = Words.of(name);
        longest = Math.max(longest, words.size());
        names.computeIfAbsent(joined(words, 0, words.size()), k -> new TreeSet<>())
                .add(character);
    }

    static List<String> of(CompositionInput input) {
        LiteralCast cast = new LiteralCast(input.characters());
        Mode mode = input.ask().mode();
        String asked = input.ask().character();
        if (asked != null) {
            cast.present.addAll(cast.lexicon.called(asked));
        }
        if (mode == Mode.IMAGINE) {
            cast.read(String.valueOf(input.ask().prompt()));
        } else if (mode == Mode.SCENE || mode == Mode.LAST) {
            Integer messages = input.ask().messages();
            cast.read(input.posts(), mode == Mode.LAST ? 1 : messages == null ? Integer.MAX_VALUE : messages);
        }
        return cast.present.stream().map(c -> input.characters().get(c).name()).toList();
    }

    private void read(List<ScenePost> posts, int most) {
        Authors authors = new Authors(characters, lexicon);
        CleanPosts clean = new CleanPosts();
        List<ScenePost> newestFirst = new ArrayList<>(posts);
        Collections.reverse(newestFirst);
        int told = 0;
        for (ScenePost post : newestFirst) {
            List<Integer> speakers = authors.of(post);
            if (told == most || (post.kind() == ScenePost.Kind.BOT && speakers.isEmpty())) {
                continue;
            }
            List<String> stretches = clean.of(post).stretches();
            String text = stretches.get(stretches.size() - 1);
            if (Sentences.hasWords(text)) {
                told++;
                present.addAll(speakers);
                read(text);
            }
            if (stretches.size() > 1 && told > 0) {
                return;
            }
        }
    }

    private void read(String text) {
        slavic |= SlavicHint.in(text);
        Words words = Words.of(text);
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, Words.UNSPACED)) {
                String run = words.word(i);
                names.forEach((name, bearers) -> {
                    if (run.contains(name.replace(" ", ""))) {
                        present.addAll(bearers);
                    }
                });
                continue;
            }
            for (int length = Math.min(longest, words.size() - i); length > 0; length--) {
                Set<Integer> bearers = called(words, i, length);
                if (!bearers.isEmpty()) {
                    if (!isAbsent(words, i)) {
                        present.addAll(bearers);
                    }
                    i += length - 1;
                    break;
                }
            }
        }
    }

    /** Whose name so many words are, the last of them in any case. */
    private Set<Integer> called(Words words, int at, int length) {
        String spelled = joined(words, at, at + length);
        int end = spelled.length();
        boolean capital = words.is(at + length - 1, Words.CAPITAL);
        for (int cut = end; cut > Math.max(1, end - 5); cut--) {
            for (String name : cut == end
                    ? List.of(spelled)
                    : List.of(spelled.substring(0, cut), spelled.substring(0, cut) + "a")) {
                Set<Integer> bearers = names.get(name);
                int from = spelled.lastIndexOf(' ') + 1;
                if (bearers == null || cut <= from) {
                    continue;
                }
                Endings.Fit fit = cut == end
                        ? Endings.Fit.YES
                        : name.length() == cut
                                ? Endings.afterWhole(spelled, from, cut, end, capital)
                                : Endings.afterStem(spelled, from, cut, end, capital);
                boolean fits = fit == Endings.Fit.YES || (fit == Endings.Fit.SLAVIC && slavic);
                if (fits && (length > 1 || !isWord(name) || readsAsName(words, at))) {
                    return bearers;
                }
            }
        }
        return Set.of();
    }

    private static boolean isWord(String name) {
        return NameWords.WORDS.contains(name) || NameWords.ABSTRACTS.contains(name) || NameWords.FOREIGN.contains(name);
    }

    private static boolean readsAsName(Words words, int at) {
        boolean inside = Character.isLetterOrDigit(words.before(at)) || words.before(at) == ',';
        boolean addressed = ",!?".indexOf(words.after(at)) >= 0;
        return words.is(at, Words.CAPITAL) && (inside || addressed || Verbs.isThirdPerson(words.word(at + 1)));
    }

    /** Whether a word for absence stands in its sentence. */
    private static boolean isAbsent(Words words, int at) {
        for (int step : new int[] {-1, 1}) {
            for (int i = at; i >= 0 && i < words.size(); i += step) {
                if (ABSENCE.contains(words.word(i))) {
                    return true;
                }
                if (".!?\n".indexOf(step < 0 ? words.before(i) : words.after(i)) >= 0) {
                    break;
                }
            }
        }
        return false;
    }

    private static String joined(Words words, int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < to; i++) {
            name.append(i > from ? " " : "").append(words.word(i));
        }
        return name.toString();
    }
}
