package dev.limner.prompt.voice;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.List;
import java.util.Set;

/** Whether a text speaks of whoever tells it. */
final class FirstPerson {
    private static final Set<String> WORDS = NameWords.words("""
            i me my mine myself we us our ours ourselves ich mich mir mein meine meinen meinem meiner wir uns unser unsere \
            unseren je j moi mon ma mes nous notre nos yo mi mis conmigo nosotros nuestro nuestra io mio mia miei mie noi \
            nostro nostra eu mim meu minha meus minhas comigo nossa nosso ik mij mijn wij ons onze jag mig min oss jeg meg \
            ja mnie moj moja moje moim moja beni bana benim я меня мне мной мой моя мою мое мои моего моей моим мы нас нам \
            наш наша мене мені мій моєю 나는 내가 나의 나를 내 저는 제가 제 우리는 우리가 우리""");

    private static final List<String> UNSPACED = List.of("私", "僕", "俺", "わたし", "あたし", "ぼく", "おれ", "我", "咱");

    /** Verbs of one who tells, in languages that do without the pronoun, by their endings. */
    private static final Set<String> AFTER_VERB = NameWords.words("""
            la il lo le gli un una uno i el los las al del hacia por con en sobre o os as um uma verso nel nella sul sulla \
            para pela pelo""");

    private FirstPerson() {}

    static boolean in(Words words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.word(i);
            if (WORDS.contains(word)
                    || (words.is(i, Words.UNSPACED) && UNSPACED.stream().anyMatch(word::contains))) {
                return true;
            }
        }
        return words.size() > 1 && bendsVerb(words.word(0), words.word(1));
    }

    private static boolean bendsVerb(String verb, String next) {
        return verb.length() > 3 && verb.endsWith("o") && AFTER_VERB.contains(next);
    }
}
