package dev.limner.prompt;

import dev.limner.prompt.fit.Fitting;
import dev.limner.prompt.fit.Piece;
import dev.limner.prompt.fit.Report;
import dev.limner.prompt.fit.TokenMeter;
import dev.limner.prompt.fit.Wording;
import dev.limner.prompt.markup.BackendCommands;
import dev.limner.prompt.markup.Passage;
import dev.limner.prompt.markup.Sentences;
import dev.limner.prompt.markup.StoryLines;
import dev.limner.prompt.names.Lexicon;
import dev.limner.prompt.names.NameFinder;
import dev.limner.prompt.text.CaseHint;
import dev.limner.prompt.text.LongWords;
import dev.limner.prompt.text.PlacePhrases;
import dev.limner.prompt.text.PlainCharacters;
import dev.limner.prompt.text.Tidy;
import dev.limner.prompt.text.Words;
import dev.limner.prompt.voice.Attribution;
import dev.limner.prompt.voice.Voice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words the scene for each mode. */
final class SceneWords {
    private static final int MOOD_SENTENCES = 2;
    private static final Set<String> PEOPLE = Set.of(
            "i", "me", "my", "you", "your", "he", "him", "his", "she", "her", "hers", "we", "us", "our", "they", "them",
            "their", "ich", "du", "er", "sie", "wir", "ihr", "mein", "dein", "sein", "je", "tu", "il", "elle", "nous",
            "vous");

    private final Wording wording;
    private final TokenMeter meter;
    private final Lexicon lexicon;
    private final List<CharacterSheet> characters;
    private final PromptPart.Source given;
    private final Attribution attribution;
    private final Report report;

    /** @param given where words come from that are no story's */
    SceneWords(
            Wording wording,
            TokenMeter meter,
            Lexicon lexicon,
            List<CharacterSheet> characters,
            PromptPart.Source given,
            Report report) {
        this.wording = wording;
        this.meter = meter;
        this.lexicon = lexicon;
        this.characters = characters;
        this.given = given;
        attribution = new Attribution(lexicon, wording.encoder().readsProse());
        this.report = report;
    }

    /**
     * Oldest first. What cannot fit in any case, as newer passages fill the whole prompt, is not even parted into
     * sentences.
     *
     * @param limit of the prompt, in tokens
     */
    List<Piece> scene(List<Passage> passages, int limit) {
        Deque<List<Piece>> worded = new ArrayDeque<>();
        long room = (long) limit * TokenMeter.UNIT;
        int from = passages.size();
        while (from > 0 && room >= 0) {
            List<Piece> pieces = worded(passages.get(--from));
            worded.addFirst(pieces);
            for (Piece piece : pieces) {
                room -= waits(piece) ? 0 : meter.cost(piece.text());
            }
        }
        for (Passage old : passages.subList(0, from)) {
            report.dropped(
                    "message",
                    old.text().replace(String.valueOf(StoryLines.EMPHASIS), "").strip(),
                    Fitting.WHY);
        }
        return worded.stream().flatMap(List::stream).toList();
    }

    /** Whether it goes before older words do, and so fills no room. */
    private boolean waits(Piece piece) {
        return !wording.encoder().readsProse() && piece.voice().kind() == Voice.Kind.SPEECH;
    }

    private List<Piece> worded(Passage passage) {
        if (passage.given()) {
            return passage.sentences().stream()
                    .filter(Sentences::hasWords)
                    .map(s -> new Piece(given, "", wording.sentence(s)))
                    .toList();
        }
        String speaker = passage.speakers().stream()
                .map(i -> plainName(characters.get(i).name()))
                .collect(Collectors.joining(" and "));
        List<Piece> pieces = new ArrayList<>();
        for (Attribution.Voiced sentence : attribution.of(passage, speaker)) {
            String plain = plain(sentence.text());
            if (Sentences.hasWords(plain)) {
                Voice voice = sentence.voice();
                if (voice.isUnnamed()) {
                    voice = voice.named(wording.sentence(plain(voice.named())));
                }
                pieces.add(new Piece(PromptPart.Source.SCENE, speaker, wording.sentence(plain), voice));
            }
        }
        return pieces;
    }

    /**
     * What tells of the place: sentences without people, or, where there is none, those without names, or at least the
     * places that those with names hold.
     */
    List<Piece> place(List<Passage> passages) {
        List<String> all = new ArrayList<>();
        passages.forEach(p -> all.addAll(p.sentences()));
        List<String> unnamed = all.stream().filter(s -> named(s, -1) == 0).toList();
        List<String> empty = unnamed.stream().filter(s -> !hasPeople(s)).toList();
        List<String> chosen = !empty.isEmpty() ? empty : unnamed;
        Set<String> whole = Set.copyOf(chosen);
        all.stream()
                .filter(s -> !whole.contains(s))
                .forEach(s -> report.dropped("sentence", plain(s), "people are left out of a background"));
        if (chosen.isEmpty()) {
            chosen = all.stream()
                    .flatMap(s -> PlacePhrases.of(s).stream())
                    .filter(place -> named(place, -1) == 0 && !hasPeople(place))
                    .distinct()
                    .toList();
        }
        if (chosen.isEmpty() && !all.isEmpty()) {
            report.note("The story says nothing about the place apart from its people. Describe it in a hint.");
        }
        return pieces(chosen, source(passages));
    }

    /** A little of the latest, without other people. */
    List<Piece> mood(List<Passage> passages, int character) {
        List<String> chosen = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int i = passages.size() - 1; i >= 0; i--) {
            List<String> sentences = passages.get(i).sentences();
            for (int k = sentences.size() - 1; k >= 0; k--) {
                boolean mood = chosen.size() < MOOD_SENTENCES && named(sentences.get(k), character) == 0;
                (mood ? chosen : left).add(sentences.get(k));
            }
        }
        Collections.reverse(chosen);
        Collections.reverse(left);
        left.forEach(s -> report.dropped("sentence", plain(s), "a portrait takes only its mood from the scene"));
        return pieces(chosen, source(passages));
    }

    private PromptPart.Source source(List<Passage> passages) {
        return passages.stream().allMatch(Passage::given) ? given : PromptPart.Source.SCENE;
    }

    private List<Piece> pieces(List<String> sentences, PromptPart.Source source) {
        return sentences.stream()
                .map(this::plain)
                .filter(Sentences::hasWords)
                .map(s -> new Piece(source, "", wording.sentence(s)))
                .toList();
    }

    private int named(String sentence, int but) {
        int[] count = {0};
        new NameFinder(lexicon, () -> CaseHint.in(sentence), named -> {
                    for (int c : named.characters()) {
                        count[0] += c == but ? 0 : 1;
                    }
                })
                .read(sentence);
        return count[0];
    }

    private static boolean hasPeople(String sentence) {
        Words words = Words.of(sentence);
        for (int i = 0; i < words.size(); i++) {
            if (PEOPLE.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }

    private String plain(String sentence) {
        String plain = LongWords.without(BackendCommands.inStory(sentence));
        return plain.equals(sentence) ? sentence : Tidy.tidy(plain);
    }

    static String plainName(String name) {
        return Tidy.tidy(BackendCommands.inGiven(PlainCharacters.clean(name), false));
    }
}
