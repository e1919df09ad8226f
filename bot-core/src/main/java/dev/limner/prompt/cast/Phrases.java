package dev.limner.prompt.cast;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.Titles;
import dev.limner.prompt.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What languages say of somebody who is not there, read from lists: a file per language, in it lines such as
 *
 * <pre>
 * wait = wait waits waited waiting
 * away: {wait} for ~ !to|s
 * </pre>
 *
 * The name is {@code ~}; {@code a|b} is either word and {@code a|$} a word or the clause's end, {@code {wait}} any of a set,
 * {@code a?} may be missing, {@code .} is the sentence's end behind which another follows, {@code !a} must
 * not follow, {@code ..} passes over up to four words and {@code ...} over twelve, {@code $} is the clause's end, {@code ,}
 * and {@code :} such a sign. What is said of
 * somebody is {@code away}, {@code leaves}, {@code there} in spite of other signs, or {@code spoken_of}: it puts nobody
 * into the picture who is not there by another mention.
 */
final class Phrases {
    private static final List<String> LANGUAGES = List.of(
            "english",
            "english-belongings",
            "english-elsewhere",
            "german",
            "dutch",
            "french",
            "spanish",
            "portuguese",
            "italian",
            "polish",
            "russian",
            "turkish",
            "nordic",
            "others",
            "english-reached",
            "english-lost",
            "english-images");

    /** Words looked at on either side; a phrase's rarest word is no farther off. */
    private static final int REACH = 14;

    private static final int A_FEW = 4;
    private static final int A_CLAUSE = 12;

    private static final Phrases ALL = read(LANGUAGES);

    /** What people say of whom they have before them: {@code That is ~.} */
    private static final Phrases SAID = read(List.of("speech"));

    private final Map<String, List<Phrase>> byWord = new HashMap<>();
    private final Map<String, Set<String>> sets = new HashMap<>();

    private Phrases() {}

    /** What the words around a name say; null when nothing. */
    static @Nullable Evidence tell(Words words, int first, int last) {
        int from = first;
        while (from > 0 && words.gap(from) == Words.Gap.SOFT && Titles.isTitle(words.word(from - 1))) {
            from--;
        }
        return ALL.told(words, from, last);
    }

    /** Whether those who speak have somebody before them of whom they speak. */
    static boolean presents(Words words, int first, int last) {
        return SAID.told(words, first, last) == Evidence.THERE;
    }

    private @Nullable Evidence told(Words words, int first, int last) {
        Evidence told = null;
        for (int i = first - 1; i >= 0 && i >= first - REACH && isNear(words, i + 1); i--) {
            told = stronger(told, around(words, i, first, last));
        }
        for (int i = last + 1; i < words.size() && i <= last + REACH && isNear(words, i); i++) {
            told = stronger(told, around(words, i, first, last));
        }
        return told;
    }

    /** Whether a word is of the same clause as the one before it, or of the next behind a comma. */
    private static boolean isNear(Words words, int at) {
        return words.gap(at) == Words.Gap.SOFT || words.before(at) == ',' || words.before(at) == ':';
    }

    private @Nullable Evidence around(Words words, int at, int first, int last) {
        Evidence told = null;
        for (Phrase phrase : byWord.getOrDefault(words.word(at), List.of())) {
            if (told != phrase.evidence() && phrase.stands(words, first, last)) {
                told = stronger(told, phrase.evidence());
            }
        }
        return told;
    }

    /** Who does something there is there; who has left need not be seen leaving. */
    private static @Nullable Evidence stronger(@Nullable Evidence one, @Nullable Evidence other) {
        if (one == Evidence.THERE || other == null) {
            return one;
        }
        return one == null || other == Evidence.THERE || other == Evidence.AWAY ? other : one;
    }

    private static Phrases read(List<String> lists) {
        Phrases phrases = new Phrases();
        for (String language : lists) {
            phrases.sets.clear();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(
                            Phrases.class.getResourceAsStream(language + ".txt"), "it is of the same room"),
                    StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(phrases::line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return phrases;
    }

    private void line(String line) {
        int set = line.indexOf(" = ");
        if (set > 0) {
            sets.put(
                    line.substring(0, set),
                    words(Arrays.asList(line.substring(set + 3).split("\\s+"))));
            return;
        }
        int mark = line.indexOf(':');
        Evidence evidence = Evidence.valueOf(line.substring(0, mark).toUpperCase(Locale.ROOT));
        List<String> parts = Arrays.asList(line.substring(mark + 1).strip().split("\\s+"));
        int name = parts.indexOf("~");
        List<Phrase.Part> before =
                new ArrayList<>(parts.subList(0, name).stream().map(this::part).toList());
        Collections.reverse(before);
        add(new Phrase(
                evidence,
                before,
                parts.subList(name + 1, parts.size()).stream().map(this::part).toList()));
    }

    /** Under the words of that part which says most: of those that must stand, the one whose shortest word is longest. */
    private void add(Phrase phrase) {
        List<Phrase.Part> all = new ArrayList<>(phrase.before());
        all.addAll(phrase.after());
        all.stream()
                .filter(part -> part.kind() == Phrase.Kind.WORD)
                .max(Comparator.comparingInt(Phrases::shortest))
                .orElseThrow()
                .words()
                .forEach(word ->
                        byWord.computeIfAbsent(word, key -> new ArrayList<>(2)).add(phrase));
    }

    private static int shortest(Phrase.Part part) {
        return part.words().stream().mapToInt(String::length).min().orElse(0);
    }

    private Phrase.Part part(String part) {
        switch (part) {
            case ".." -> {
                return new Phrase.Part(Phrase.Kind.SOME, Set.of(), A_FEW);
            }
            case "..." -> {
                return new Phrase.Part(Phrase.Kind.SOME, Set.of(), A_CLAUSE);
            }
            case "$" -> {
                return new Phrase.Part(Phrase.Kind.END, Set.of(), 0);
            }
            case ",", ":", "." -> {
                return new Phrase.Part(Phrase.Kind.SIGN, Set.of(part), 0);
            }
            default -> {}
        }
        boolean not = part.startsWith("!");
        boolean maybe = part.endsWith("?");
        String plain = part.substring(not ? 1 : 0, part.length() - (maybe ? 1 : 0));
        List<String> choices = Arrays.asList(plain.split("\\|"));
        Set<String> words = choices.stream()
                .flatMap(w -> w.startsWith("{")
                        ? Objects.requireNonNull(sets.get(w.substring(1, w.length() - 1)), w).stream()
                        : words(List.of(w)).stream())
                .collect(Collectors.toUnmodifiableSet());
        Phrase.Kind must = choices.contains("$") ? Phrase.Kind.WORD_OR_END : Phrase.Kind.WORD;
        return new Phrase.Part(not ? Phrase.Kind.NOT : maybe ? Phrase.Kind.MAYBE : must, words, 0);
    }

    private static Set<String> words(List<String> words) {
        return words.stream()
                .map(w -> Folding.fold(w.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
