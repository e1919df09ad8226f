package dev.limner.prompt.voice;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.List;
import java.util.Set;

/** Whether a text speaks of whoever tells it. */
final class FirstPerson {
    /** That mean nothing else in any language that stories are told in. */
    private static final Set<String> WORDS = NameWords.words("""
            my myself we our ours ourselves ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren j \
            notre yo conmigo nosotros nuestro nuestra io noi nostro nostra eu mim meu minha meus minhas comigo nossa nosso \
            ik mij mijn wij onze jag mig jeg mnie moj moja moim beni bana benim я меня мне мной мой моя мою мое мои моего \
            моей моим мы нас нам наш наша мене мені мій моєю 나는 내가 나의 나를 내 저는 제가 제 우리는 우리가 우리""");

    /** That mean something else in another language: beside small words of the one they are of. */
    private static final List<Doubtful> DOUBTFUL = List.of(
            new Doubtful("me us", "the and of to a his her with she he they you my your from that this into down up"),
            new Doubtful("je moi mon ma mes me nos", "le la les un une des et du dans sur est au que qui il elle"),
            new Doubtful("mi mis me nos", "el los las una un con en su del que y de la al por se"),
            new Doubtful("mi mio mia miei mie", "il lo la gli di che un una del nel con e alla sul"),
            new Doubtful("me nos", "o os um uma do da no na com que e em para"),
            new Doubtful("min mine meg oss", "och og det ett en et pa av med til till er ar den som at"),
            new Doubtful("ons", "het een de van naar zijn hij ze met en"),
            new Doubtful("ja moje", "sie nie na do jest w z i ze ale po za"));

    /** What {@code I} stands before besides verbs. */
    private static final Set<String> AFTER_I = NameWords.words("""
            m d ve ll am was have had will would can could do did may might must shall should cannot can't don't didn't \
            just still then now also never always only almost""");

    private static final Set<String> ENGLISH = NameWords.words(
            "the and of his her with she they you my your from that this into down were are not me him");

    private record Doubtful(Set<String> words, Set<String> signs) {
        Doubtful(String words, String signs) {
            this(NameWords.words(words), NameWords.words(signs));
        }
    }

    private static final List<String> UNSPACED = List.of("私", "僕", "俺", "わたし", "あたし", "ぼく", "おれ", "我", "咱");

    private FirstPerson() {}

    static boolean in(Words words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.word(i);
            boolean shouted = word.length() > 1 && words.is(i, Words.ALL_CAPITALS);
            if ((!shouted && (WORDS.contains(word) || isMeant(word, words)))
                    || (word.equals("i") && isPronoun(words, i))
                    || (words.is(i, Words.UNSPACED) && UNSPACED.stream().anyMatch(word::contains))) {
                return true;
            }
        }
        return words.size() > 0 && BentVerbs.areTold(words);
    }

    private static boolean isMeant(String word, Words words) {
        for (Doubtful doubtful : DOUBTFUL) {
            if (doubtful.words().contains(word) && has(doubtful.signs(), words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Set<String> signs, Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (signs.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an {@code I} is English, and no king's number. */
    private static boolean isPronoun(Words words, int at) {
        String next = words.word(at + 1);
        if (next.isEmpty() || words.gap(at + 1) != Words.Gap.SOFT) {
            return false;
        }
        boolean acts = AFTER_I.contains(next) || next.endsWith("ly") || Verbs.isBase(next) || isDone(next);
        boolean ofAnother =
                !AFTER_I.contains(next) && next.endsWith("s") && !next.endsWith("ss") && !next.endsWith("us");
        boolean english = has(ENGLISH, words);
        if (words.is(at, Words.CAPITAL)) {
            return !ofAnother && (acts || english);
        }
        return acts && (at == 0 || english);
    }

    private static boolean isDone(String verb) {
        return Verbs.isThirdPerson(verb + "s") || Verbs.isThirdPerson(verb + "es") || Verbs.isThirdPerson(verb);
    }
}
