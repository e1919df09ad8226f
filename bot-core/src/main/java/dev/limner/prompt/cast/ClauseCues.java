package dev.limner.prompt.cast;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Script;
import dev.limner.prompt.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the clause around a name says of somebody who is not there: long dead, far off, on the telephone. */
final class ClauseCues {
    /** Words looked at on either side, so that no text makes it slow. */
    private static final int REACH = 16;

    private static final Set<String> ENDED = NameWords.words("""
            died drowned perished fell killed hanged slain murdered vanished disappeared left sailed moved emigrated enlisted \
            departed retired deserted rode went shipped passed buried dead lost gone \
            starb gestorben ertrank ertrunken gefallen tot verschwand verschwunden begraben ausgewandert zog verreist \
            murio muerto muerta fallecio fallecido fallecida ahogo desaparecio marcho partio emigro embarco \
            mort morte mourut decede decedee disparu disparue parti partie noye noyee embarque \
            morreu morreram faleceu falecido falecida afogou desapareceu embarcou emigrou partiu \
            umarl umarla zmarl zmarla zginal zginela utonal utonela wyjechal wyjechala odszedl odeszla \
            умер умерла погиб погибла утонул утонула пропал пропала уехал уехала скончался скончалась ушел ушла""");

    private static final Set<String> LONG_AGO = NameWords.words("""
            ago since years winters summers months weeks decades yesterday centuries lifetime \
            seit jahren jahre monaten wochen gestern vor langst lange hace anos meses semanas ayer siglos desde \
            depuis ans annees mois semaines hier ha tempo ontem lat temu miesiecy rok roku wczoraj dawno \
            лет назад года месяцев давно вчера год зимой летом весной осенью zima latem wiosna jesienia""");

    private static final Set<String> LYING = NameWords.words("""
            lies lie lay rests rested buried sleeps liegt ruht lag descansa yace repousa jaz repose git lezy spoczywa лежит \
            покоится""");

    private static final Set<String> BURIAL = NameWords.words("""
            churchyard cemetery graveyard grave tomb crypt friedhof grab gruft cementerio tumba cimetiere tombe cemiterio tumulo \
            cmentarzu grobie кладбище могиле""");

    private static final Set<String> ALIVE = NameWords.words("alive living живых жив жива zyje");

    private static final Set<String> NO_LONGER = NameWords.words("longer нет не nie");

    /** What a Korean word begins with that says somebody is dead. */
    private static final List<String> KOREAN_DEATHS = folded("돌아가신", "돌아가셨", "죽었", "숨졌", "숨을거", "사망");

    private static final String KOREAN_WORLD = Folding.fold("세상을");

    private static final List<String> KOREAN_LEAVING = folded("떠났", "떠난", "떠나", "뜬", "떴");

    private static final Set<String> FAR = Set.of("abroad", "overseas");

    private static final Set<String> ARTICLES = Set.of("the", "a", "his", "her", "their", "its");

    private static final Set<String> FARNESS = NameWords.words("""
            miles streets blocks leagues kilometres kilometers parsecs continents oceans galaxies""");

    private static final Set<String> REALMS = NameWords.words("""
            world country city continent ocean sea line kingdom galaxy town planet phone call empire radio \
            welt stadt leitung meer landes mundo ciudad telefono linea pais monde ville paris pays fil mer cidade linha telefone \
            swiata miasta swiecie света города мира провода""");

    private static final Set<String> OTHER_END = NameWords.words("""
            end side ende seite punta lado extremo bout cote koncu конце стороне другом""");

    private static final Set<String> MACHINES = NameWords.words("""
            phone telephone mic microphone radio intercom line comm comms speaker speakers receiver earpiece headset voicemail walkie \
            loudspeaker speakerphone handset recording tape cassette hologram video screen \
            telefon handy funk hoerer lautsprecher telefono movil radio altavoz telephone portable combine \
            telefone celular telefonu sluchawce телефону трубке рации""");

    private static final Set<String> VOICE = NameWords.words("voice stimme voz voix glos glosu голос face laugh");

    private static final Set<String> HELD = Set.of("to", "against", "between", "at");

    private static final Set<String> EAR = Set.of("ear", "ears", "mouth", "lips", "shoulder", "cheek");

    private static final Set<String> BY = Set.of("into", "over", "on", "through", "ins", "am", "uber");

    /** What is done to a machine by who speaks into it. */
    private static final Set<String> OPENS = NameWords.words("""
            slaps taps hits keys thumbs toggles activates opens slapped tapped keyed thumbed toggled activated opened""");

    private static final Set<String> TRANSMITTERS =
            NameWords.words("radio comm comms walkie talkie intercom earpiece line receiver");

    private static final Set<String> NOISES =
            NameWords.words("hisses hissed crackles crackled squawks squawked crackling hissing");

    private static final Set<String> TALKS = NameWords.words("with to for mit con avec com z с");

    private static final Set<String> JOINS = NameWords.words("""
            and but while yet so though und aber wahrend y pero mientras et mais e mas i ale a и но а""");

    private ClauseCues() {}

    static boolean tellAbsence(Words words, int first, int last) {
        int from = first;
        while (from > 0 && first - from < REACH && !parts(words, from)) {
            from--;
        }
        int to = last + 1;
        while (to < words.size()
                && to - last < REACH
                && !parts(words, to)
                && (words.before(to) != ',' || to == last + 1)) {
            to++;
        }
        int near = first;
        while (near > from && words.before(near) != ',') {
            near--;
        }
        boolean ended = false;
        boolean longAgo = false;
        boolean lying = false;
        boolean burial = false;
        boolean machine = false;
        for (int i = from; i < to; i++) {
            if (i >= first && i <= last) {
                continue;
            }
            String word = words.word(i);
            boolean after = i > last;
            if (after && isKoreanDeath(words, i)) {
                return true;
            }
            if (after
                    && ALIVE.contains(word)
                    && (NO_LONGER.contains(words.word(i - 1)) || isNoLonger(words, i, last))) {
                return true;
            }
            ended |= ENDED.contains(word) && after && !ARTICLES.contains(words.word(i - 1));
            longAgo |= i >= near && LONG_AGO.contains(word);
            lying |= after && LYING.contains(word);
            burial |= lying && BURIAL.contains(word);
            machine |= MACHINES.contains(word);
            if (after && FAR.contains(word)) {
                return true;
            }
            if (FARNESS.contains(word)
                    && (word(words, i + 1, to).equals("away")
                            || word(words, i + 1, to).equals("from"))) {
                return true;
            }
            if (OTHER_END.contains(word) && isRealm(words, i, to)) {
                return true;
            }
        }
        if ((ended && longAgo) || burial) {
            return true;
        }
        if (isVoiceFromAfar(words, last)) {
            return true;
        }
        if (!machine) {
            return false;
        }
        boolean voice = VOICE.contains(word(words, last + 1, to))
                || VOICE.contains(word(words, last + 2, to))
                || (first - 2 >= from && VOICE.contains(words.word(first - 2)));
        boolean talks =
                first - 2 >= from && TALKS.contains(words.word(first - 1)) && MACHINES.contains(words.word(first - 2));
        return voice || talks;
    }

    /** {@code нет в живых} */
    private static boolean isNoLonger(Words words, int alive, int last) {
        return alive - 2 > last && words.word(alive - 2).equals("нет");
    }

    private static boolean isKoreanDeath(Words words, int at) {
        String word = words.word(at);
        if (word.isEmpty() || !Script.isHangul(word.charAt(0))) {
            return false;
        }
        return beginsWith(word, KOREAN_DEATHS)
                || (beginsWith(word, KOREAN_LEAVING) && words.word(at - 1).equals(KOREAN_WORLD));
    }

    private static boolean beginsWith(String word, List<String> beginnings) {
        return beginnings.stream().anyMatch(word::startsWith);
    }

    private static List<String> folded(String... words) {
        return Arrays.stream(words).map(Folding::fold).toList();
    }

    /** {@code Tobin's voice, thin, from the far end of the wreck} */
    private static boolean isVoiceFromAfar(Words words, int last) {
        if (!words.word(last + 1).equals("s") || !VOICE.contains(words.word(last + 2))) {
            return false;
        }
        for (int i = last + 3; i < words.size() && i < last + REACH && !startsSentence(words, i); i++) {
            boolean far = words.word(i).equals("far") || words.word(i).equals("other");
            if (far && words.word(i - 2).equals("from") && OTHER_END.contains(words.word(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRealm(Words words, int at, int to) {
        for (int i = at + 1; i < to && i <= at + 3; i++) {
            if (REALMS.contains(words.word(i))) {
                return true;
            }
        }
        return at > 1
                && words.word(at - 1).equals("other")
                && words.word(at - 2).equals("the")
                && words.after(at) == ','
                && words.word(at - 3).equals("on");
    }

    private static String word(Words words, int at, int to) {
        return at < to ? words.word(at) : "";
    }

    /** Whether another clause begins with a word. */
    private static boolean parts(Words words, int at) {
        return startsSentence(words, at) || (words.before(at) == ',' && JOINS.contains(words.word(at)));
    }

    static boolean speaksOfMachine(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (MACHINES.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is said in a text is said into a machine: {@code "Tobin, where are you?" Mira says into the phone.} */
    static boolean speaksByMachine(Words words) {
        for (int i = 1; i < words.size(); i++) {
            if (!MACHINES.contains(words.word(i)) || words.is(i, Words.QUOTED)) {
                continue;
            }
            boolean held = HELD.contains(words.word(i + 1))
                    && (EAR.contains(words.word(i + 2)) || EAR.contains(words.word(i + 3)));
            boolean far = TRANSMITTERS.contains(words.word(i)) && NOISES.contains(words.word(i + 1));
            if (held || far) {
                return true;
            }
            int before =
                    ARTICLES.contains(words.word(i - 1)) || words.word(i - 1).equals("my") ? i - 2 : i - 1;
            if (before >= 0 && (BY.contains(words.word(before)) || OPENS.contains(words.word(before)))) {
                return true;
            }
        }
        return false;
    }

    static boolean startsSentence(Words words, int at) {
        return at == 0
                || (words.gap(at) != Words.Gap.SOFT
                        && !Character.isLetterOrDigit(words.before(at))
                        && ",-'\u2019".indexOf(words.before(at)) < 0);
    }
}
