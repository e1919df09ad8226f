package dev.limner.prompt.voice;

import dev.limner.prompt.markup.Passage;
import dev.limner.prompt.names.Lexicon;
import dev.limner.prompt.names.NameFinder;
import dev.limner.prompt.text.CaseHint;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells of the sentences of a post who does what they tell, and gives those a subject that have none. */
public final class Attribution {
    /** What may stand before a subject. */
    private static final Set<String> BEFORE_SUBJECT = NameWords.words("""
            then now finally suddenly and but so when while as meanwhile still dann und puis et alors entonces y poi e och \
            potem i потом и""");

    private final Lexicon lexicon;
    private final boolean prose;

    /** @param prose whether the encoder reads sentences; if not, phrases */
    public Attribution(Lexicon lexicon, boolean prose) {
        this.lexicon = lexicon;
        this.prose = prose;
    }

    /** A sentence, and whose it is. */
    public record Voiced(String text, Voice voice) {}

    /** @param speaker by name; empty where nobody knows */
    public List<Voiced> of(Passage passage, String speaker) {
        List<Voiced> voiced = new ArrayList<>();
        for (Told told : Told.of(passage)) {
            voiced.add(told.isSpeech() ? new Voiced(told.text(), Voice.SPEECH) : narrated(told, passage, speaker));
        }
        return voiced;
    }

    private Voiced narrated(Told told, Passage passage, String speaker) {
        if (speaker.isEmpty()) {
            return new Voiced(told.text(), Voice.OTHER);
        }
        Words words = Words.of(told.narration());
        boolean self = FirstPerson.in(words);
        Voice named = named(told.narration(), passage.speakers());
        if (named.kind() == Voice.Kind.OWN || (!self && named.kind() == Voice.Kind.OTHER)) {
            return new Voiced(told.text(), named);
        }
        Shape shape = self ? Shape.SELF : told.isMixed() ? Shape.WHOLE : Shape.of(words, told.acted());
        if (shape == Shape.WHOLE) {
            return new Voiced(told.text(), Voice.NOBODY);
        }
        String text = told.text();
        String with = speaker
                + switch (shape) {
                    case DOES -> " " + FirstLetter.small(text);
                    case DOING -> (prose ? ", " : " ") + FirstLetter.small(text);
                    default -> ": " + text;
                };
        boolean hasSubject = self || (shape == Shape.SELF && !told.acted());
        return new Voiced(
                prose ? FirstLetter.capital(text) : text, hasSubject ? Voice.unnamed(with) : Voice.fragment(with));
    }

    /** Whether the speaker or another character is named as the one who acts. */
    private Voice named(String text, List<Integer> speakers) {
        boolean[] own = {false};
        boolean[] other = {false};
        new NameFinder(lexicon, () -> CaseHint.in(text), found -> {
                    boolean speaks = false;
                    for (int character : found.characters()) {
                        speaks |= speakers.contains(character);
                    }
                    own[0] |= speaks;
                    other[0] |= !speaks && isSubject(found.words(), found.first());
                })
                .read(text);
        return own[0] ? Voice.OWN : other[0] ? Voice.OTHER : Voice.NOBODY;
    }

    private static boolean isSubject(Words words, int name) {
        for (int i = 0; i < name; i++) {
            String word = words.word(i);
            if (words.before(name) != ',' && !BEFORE_SUBJECT.contains(word) && !word.endsWith("ly")) {
                return false;
            }
        }
        return true;
    }
}
