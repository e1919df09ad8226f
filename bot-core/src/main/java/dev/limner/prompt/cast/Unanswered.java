package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Whether somebody who is called by a question does not answer: {@code "Mira?" No one answers.} */
final class Unanswered {
    /** Words looked at behind the name. */
    private static final int REACH = 24;

    private static final Set<String> NOBODY =
            NameWords.words("nobody none niemand personne nadie nessuno ninguem nikt никто");

    private static final Set<String> ANSWERS = NameWords.words("""
            answers answered replies replied responds responded comes came antwortet antwortete repond repondit responde \
            respondio contesta risponde rispose odpowiada odpowiedzial отвечает ответил""");

    private static final Set<String> ANSWER =
            NameWords.words("answer reply response antwort reponse respuesta risposta resposta odpowiedzi ответа");

    private static final Set<String> NO =
            NameWords.words("no keine aucune pas ninguna nessuna nenhuma zadnej нет only");

    /** As a whole sentence. */
    private static final Set<String> SILENCE =
            NameWords.words("nothing silence nichts stille rien silencio nada niente silenzio cisza nic тишина ничего");

    private Unanswered() {}

    static boolean isTold(Words words, int last) {
        if (words.after(last) != '?') {
            return false;
        }
        int end = Math.min(words.size(), last + REACH);
        for (int i = last + 1; i < end; i++) {
            String word = words.word(i);
            String next = words.word(i + 1);
            boolean one = word.equals("no") && next.equals("one");
            boolean nobody =
                    (one && ANSWERS.contains(words.word(i + 2))) || NOBODY.contains(word) && ANSWERS.contains(next);
            boolean silent = ClauseCues.startsSentence(words, i)
                    && SILENCE.contains(word)
                    && (i + 1 == words.size() || ClauseCues.startsSentence(words, i + 1));
            if (!words.is(i, Words.QUOTED) && (nobody || silent || (NO.contains(word) && ANSWER.contains(next)))) {
                return true;
            }
        }
        return false;
    }
}
