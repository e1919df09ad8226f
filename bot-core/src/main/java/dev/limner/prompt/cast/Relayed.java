package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/**
 * Whether somebody is only at the other end of what was answered, played or opened just before:
 * {@code She picked up the phone. It was Tobin, wanting to know if his post had come.}
 */
final class Relayed {
    /** Words looked back on, so that no text makes it slow. */
    private static final int REACH = 40;

    /** Words of a sentence that are looked at behind the name. */
    private static final int SENTENCE = 24;

    private static final Set<String> IT = NameWords.words("it this that es das c ce het dat to det это");

    /** What needs no {@code it} before it. */
    private static final Set<String> IT_WAS = NameWords.words("era fue foi это");

    private static final Set<String> BEING = NameWords.words("is was s ist war est etait byl byla был была var ar er");

    private static final Set<String> JUST = NameWords.words(
            "only just probably merely of course again nur bloss wieder seulement encore solo otra so di nuovo tylko znowu только опять снова bara bare");

    private static final Set<String> WHO = NameWords.words("who that whom der die dat qui que che ktory som sem");

    /** How a fragment goes on that tells who rings: {@code Tobin again, drunk in Lisbon.} */
    private static final Set<String> CALLERS = NameWords.words("""
            again from calling ringing phoning wanting asking saying sounding voice line static connection aus vom depuis desde \
            dalla dal od z из fran fra vanuit""");

    /** What tells of somebody who comes in person. */
    private static final Set<String> COMES = NameWords.words(
            "knock knocks knocked door doorbell footsteps gate tur klopft deur porte puerta porta drzwi дверь dorren");

    private static final Set<String> PHONES = NameWords.words("""
            phone telephone satphone comlink datapad mobile cell cellphone handset comm comms communicator radio receiver intercom walkie pager headset \
            earpiece communications line telefon handy hoerer horer telefoon gsm telephone portable combine telefono movil auricular \
            telefone celular cellulare cornetta telefonu telefonie sluchawke sluchawka телефон трубку трубка рация telefonen luren \
            telefonun cep""");

    private static final Set<String> RINGS = NameWords.words("""
            rang rings ringing rung buzzes buzzed goes went chirps chirped crackles crackled pings pinged spits spat squawks squawked sputters sputtered lit lights vibrates \
            vibrated trills trilled shrilled shrills shrilled beeps beeped picks picked answers answered snatches snatched lifts lifted \
            gropes groped grabs grabbed takes took raises raised \
            klingelt klingelte hebt hob nimmt nahm gaat ging rinkelt rinkelde sonne sonna vibre decroche decrocha suena sono vibra \
            vibro contesta contesto coge cogio toca tocou atende atendeu squilla squillo risponde rispose solleva dzwoni zadzwonil \
            odbiera odebral odebrala звонит зазвонил снимает сняла снял берет взяла взял ringer ringde lyfter svarar ringede caldi""");

    private static final Set<String> RECORDS = NameWords.words("""
            voicemail voicemails projector tape tapes recording cassette hologram holo video footage film machine memo log play videotape \
            reel anrufbeantworter band mailbox aufnahme repondeur contestador buzon secretaria segreteria автоответчик""");

    private static final Set<String> PLAYS = NameWords.words("""
            plays played replays replayed play presses pressed rewinds rewound thumbs thumbed hisses hissed flickers flickered \
            starts started whirs whirred clicks clicked blinks blinked spielt spielte hort ecoute escucha ouve ascolta слушает""");

    private static final Set<String> LETTERS = NameWords.words("""
            letter letters note telegram tablet scroll postcard message email dispatch envelope parchment missive page pages \
            brief zettel telegramm nachricht karte brief briefje lettre mot message carta nota mensaje bilhete mensagem lettera \
            biglietto messaggio list liscik wiadomosc письмо записку телеграмму brevet lappen mektubu""");

    private static final Set<String> READS = NameWords.words("""
            reads read reading rereads reread unfolds unfolded opens opened slits slit unrolls unrolled smooths smoothed scans \
            scanned liest las entfaltet offnet leest lit relit deplie ouvre lee relee despliega abre le rele desdobra legge rilegge \
            apre czyta rozklada otwiera читает перечитывает разворачивает открывает laser laste oppnar okuyor""");

    private static final Set<String> WRITES =
            NameWords.words("writes wrote schreibt schrieb ecrit escribe escreve scrive pisze пишет skriver yaziyor");

    /** Behind these somebody writes here and now. */
    private static final Set<String> WRITES_HERE = NameWords.words(
            "nothing everything down it something on in with at back another one the a an his her their notes up out and");

    private static final Set<String> SAYS = NameWords.words(
            "reports reported explains sings sang recites recited says said saying clears cleared laughs laughed asks asked tells told");

    private Relayed() {}

    static boolean isTold(Words words, int first, int last) {
        if (words.is(first, Words.QUOTED)) {
            return false;
        }
        String next = Clause.after(words, last, 1);
        if (WRITES.contains(next)) {
            boolean here = WRITES_HERE.contains(Clause.after(words, last, 2))
                    && !Clause.after(words, last, 3).equals("way");
            return !here && wasBefore(words, first, LETTERS, READS);
        }
        if (isOnLine(words, first, last)) {
            return wasBefore(words, first, PHONES, RINGS) || wasBefore(words, first, RECORDS, PLAYS);
        }
        return says(words, first, last) && wasBefore(words, first, RECORDS, PLAYS);
    }

    /** {@code It was only Tobin}, {@code Tobin, from the airport.} */
    private static boolean isOnLine(Words words, int first, int last) {
        if (WHO.contains(Clause.after(words, last, 1))) {
            return false;
        }
        int at = first - 1;
        while (at > 0 && JUST.contains(words.word(at))) {
            at--;
        }
        if (at > 0 && BEING.contains(words.word(at)) && IT.contains(words.word(at - 1))) {
            return words.gap(first) == Words.Gap.SOFT;
        }
        if (IT_WAS.contains(words.word(at)) && at > 0 && ClauseCues.startsSentence(words, at)) {
            return true;
        }
        if (at < 0 || !ClauseCues.startsSentence(words, at + 1)) {
            return false;
        }
        return tellsCaller(words, last);
    }

    /** Whether a sentence without a verb says where somebody rings from or what they want. */
    private static boolean tellsCaller(Words words, int last) {
        boolean tells = false;
        for (int i = last + 1; i < words.size() && i < last + SENTENCE && !ClauseCues.startsSentence(words, i); i++) {
            if (Verbs.isThirdPerson(words.word(i))) {
                return false;
            }
            tells |= CALLERS.contains(words.word(i));
        }
        return tells;
    }

    /** {@code Tobin, breathless, says he has found the place}; not after speech, which may be of whoever listens. */
    private static boolean says(Words words, int first, int last) {
        if (first > 0 && words.is(first - 1, Words.QUOTED)) {
            return false;
        }
        for (int i = last + 1; i < words.size() && i <= last + 4 && !ClauseCues.startsSentence(words, i); i++) {
            if (SAYS.contains(words.word(i)) && (i == last + 1 || words.before(i) == ',')) {
                return i + 1 < words.size()
                        && words.gap(i + 1) == Words.Gap.SOFT
                        && !words.word(i + 1).equals("nothing")
                        && !words.word(i + 1).equals("to");
            }
        }
        return false;
    }

    /** Whether one sentence up to a name, out of speech, has a thing and what is done with it. */
    private static boolean wasBefore(Words words, int first, Set<String> things, Set<String> done) {
        boolean thing = false;
        boolean act = false;
        for (int i = first - 1; i >= 0 && i > first - REACH; i--) {
            if (COMES.contains(words.word(i))) {
                return false;
            }
            if (!words.is(i, Words.QUOTED)) {
                thing |= things.contains(words.word(i));
                act |= done.contains(words.word(i));
                if (thing && act) {
                    return true;
                }
            }
            if (ClauseCues.startsSentence(words, i)) {
                act = false;
            }
        }
        return false;
    }
}
