package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a mention plainly says that somebody is not there: dead, painted, remembered, away. Mostly English; where in
 * doubt, there.
 */
final class Absence {
    private static final Set<String> LIKENESS = NameWords.words("""
            poster posters icon carving portrait portraits painting paintings picture pictures photo photos photograph photographs statue statues bust \
            drawing sketch mural effigy tapestry likeness memory memories grave tomb tombstone headstone funeral ashes story \
            stories tale tales legend legends song ballad rumor rumors rumour rumours dream dreams thought thoughts ghost news \
            word death loss absence name names handwriting signature birthday portrat bild gemalde foto grab brief nachricht \
            stimme tod retrato tumba lapida estatua carta muerte recuerdo nombre portrait tombe lettre mort souvenir nom \
            tumulo foto morte saudade memoria letra portret portretem grob grobie grobem zdjecie zdjeciu list listu \
            smierc smierci imie""");

    private static final Set<String> SENDINGS = NameWords.words("""
            letter letters note notes message messages postcard package parcel telegram call text gift present invitation \
            brief""");

    private static final Set<String> SENT = Set.of("left", "wrote", "sent", "had", "gave");

    private static final Set<String> AFTER_LIKENESS =
            Set.of("of", "from", "about", "von", "de", "d", "del", "da", "do", "di", "od");

    private static final Set<String> REMEMBERING = NameWords.words("""
            remember remembers remembered remembering miss misses missed missing mourn mourns mourned mourning without \
            recall recalls recalled recalling late ohne sans sin bez без vermisst""");

    private static final Set<String> MISSING = Set.of("miss", "misses", "missed", "missing");

    /** What a shot does: it misses whom it was aimed at. */
    private static final Set<String> FLYING = NameWords.words("""
            arrow arrows bullet bullets shot shots blow blows blade knife bolt spear punch strike stone swing kick axe it \
            barely narrowly nearly just almost""");

    /** What is done to somebody who is elsewhere. */
    private static final Set<String> REACHING = NameWords.words("""
            dials dialed dialled texts texted phones phoned telephones telephoned emails emailed facetimes facetimed dms""");

    private static final Set<String> CLAUSES = Set.of("how", "when", "that", "what", "the", "why", "where");

    private static final Set<String> POSSESSIONS = NameWords.words("""
            grave tomb tombstone headstone funeral portrait painting picture photo photograph statue bust effigy ashes urn \
            letter handwriting signature birthday voicemail killer murderer death murder memory memorial ghost corpse absence \
            widow widower likeness grab coffin casket pyre obituary eulogy wake remains urn tombstone""");

    private static final Set<String> WORN =
            NameWords.words("last old dead faded unmarked painted first empty torn unread");

    private static final Set<String> SEATS = Set.of("chair", "bed", "seat", "room", "place", "stool", "saddle", "desk");

    private static final Set<String> THINKING = NameWords.words("""
            thinks thought thinking think dreams dream dreamed dreamt dreaming""");

    private static final Set<String> STATES = NameWords.words("dead gone away absent missing abroad");

    private static final Set<String> GONE = NameWords.words("dead absent deceased fallen");

    private static final Set<String> PLACES = NameWords.words("here there home coming around");

    private static final Set<String> DEAD = NameWords.words(
            "mort morte decede decedee tot gestorben gefallen verstorben muerto muerta fallecido fallecida martwy martwa");

    private static final Set<String> NOBODY = Set.of("nobody", "one", "none", "never", "hasn", "haven");

    private static final Set<String> SINCE = NameWords.words("since after before until");

    private static final Set<String> ENDED = NameWords.words("died left vanished disappeared fell passed");

    private static final Set<String> MOVED = NameWords.words("departed moved sailed emigrated enlisted deserted");

    private static final Set<String> AWAY = NameWords.words("home away to for abroad back ahead overseas");

    private static final Set<String> TIMES = NameWords.words("""
            yesterday hours days weeks months years last long ago earlier""");

    private static final Set<String> RELATIVES = NameWords.words("""
            brother sister father mother son daughter husband wife uncle aunt friend lover master king queen lord lady captain \
            grandfather grandmother cousin mentor""");

    /** With which "dead" only strengthens. */
    private static final Set<String> DEADLY =
            NameWords.words("tired set serious certain sure calm silent still drunk asleep quiet on center centre");

    /** What may stand right before a name for it to matter. */
    private static final Set<String> DECIDING = Stream.of(
                    AFTER_LIKENESS,
                    GONE,
                    RELATIVES,
                    CLAUSES,
                    MISSING,
                    REMEMBERING,
                    SENDINGS,
                    REACHING,
                    Set.of("to", "without", "buried", "avenge", "avenged", "seen"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** What may stand right after it. */
    private static final Set<String> FOLLOWING = NameWords.words(
            "s died left vanished disappeared fell passed had has were would used never isn wasn is was est ist esta jest");

    private Absence() {}

    static boolean isPlain(Words words, int first, int last) {
        return before(words, first, last) || after(words, first, last);
    }

    private static boolean before(Words words, int first, int last) {
        String one = words.gap(first) != Words.Gap.SOFT ? "" : words.word(first - 1);
        if (one.isEmpty()) {
            return false;
        }
        if (!DECIDING.contains(one)) {
            return false;
        }
        String two = preceding(words, first, 2);
        String three = preceding(words, first, 3);
        if (one.equals("to") && (SENDINGS.contains(two) || two.equals("addressed") || two.equals("back"))) {
            return !two.equals("back") || three.startsWith("th");
        }
        if (AFTER_LIKENESS.contains(one)) {
            return LIKENESS.contains(two)
                    || (SENDINGS.contains(two) && !one.equals("of"))
                    || THINKING.contains(two)
                    || ((two.equals("sign") || two.equals("trace")) && three.equals("no"));
        }
        if (GONE.contains(one) || (RELATIVES.contains(one) && (GONE.contains(two) || two.equals("late")))) {
            return true;
        }
        if (CLAUSES.contains(one) && REMEMBERING.contains(two) && !MISSING.contains(two)) {
            return true;
        }
        if (one.equals("seen")) {
            return NOBODY.contains(three) || NOBODY.contains(preceding(words, first, 4));
        }
        if (REACHING.contains(one)) {
            return !two.equals("the") && !following(words, last, 1).equals("s");
        }
        if (one.equals("buried") || one.equals("avenge") || one.equals("avenged")) {
            return true;
        }
        if (SENDINGS.contains(one) && SENT.contains(following(words, last, 1))) {
            return true;
        }
        if (MISSING.contains(one)) {
            return !FLYING.contains(two) && !following(words, last, 1).equals("by");
        }
        if (one.equals("without")) {
            return !following(words, last, 1).endsWith("ing")
                    && !following(words, last, 1).equals("s");
        }
        return REMEMBERING.contains(one) && !(one.equals("late") && !two.equals("the"));
    }

    private static boolean after(Words words, int first, int last) {
        String one = following(words, last, 1);
        if (one.isEmpty()) {
            return words.after(last) == ',' && isDead(words, last);
        }
        if (!FOLLOWING.contains(one)) {
            return false;
        }
        String two = following(words, last, 2);
        String three = following(words, last, 3);
        return switch (one) {
            case "s" ->
                POSSESSIONS.contains(two)
                        || (WORN.contains(two) && POSSESSIONS.contains(three))
                        || (two.equals("empty") && SEATS.contains(three));
            case "died", "left" -> isPast(words, first, one, two, three);
            case "est", "ist", "esta", "jest" -> DEAD.contains(two);
            case "vanished", "disappeared", "fell", "passed" -> follows(words, first) || three.equals("ago");
            case "had" ->
                two.equals("died") || (two.equals("been") && GONE.contains(three)) || isAwayBefore(words, last);
            case "has" -> (two.equals("been") || two.equals("long")) && STATES.contains(three);
            case "were" ->
                two.equals("here") || (two.equals("still") && (three.equals("here") || three.equals("alive")));
            case "would" -> two.equals("have");
            case "used" -> two.equals("to");
            case "never" -> two.equals("came") || two.equals("returned");
            case "isn", "wasn" -> two.equals("t") && (PLACES.contains(three) || GONE.contains(three));
            case "is", "was" -> isAway(two, three);
            default -> false;
        };
    }

    private static boolean isAway(String two, String three) {
        return (STATES.contains(two) && !(two.equals("dead") && DEADLY.contains(three)) && !three.equals("with"))
                || (two.equals("far") && three.equals("away"))
                || (two.equals("not") && PLACES.contains(three))
                || ((two.equals("long") || two.equals("still") || two.equals("already")) && STATES.contains(three));
    }

    /** {@code Tobin had left for London} */
    private static boolean isAwayBefore(Words words, int last) {
        String verb = following(words, last, 2);
        String to = following(words, last, 3);
        return MOVED.contains(verb)
                || (verb.equals("gone") && AWAY.contains(to))
                || (verb.equals("left")
                        && (to.isEmpty() || to.equals("for") || to.equals("town") || to.equals("early")));
    }

    private static boolean isPast(Words words, int first, String verb, String two, String three) {
        boolean since = follows(words, first);
        boolean time = TIMES.contains(two) || three.equals("ago");
        return since || (time && !(verb.equals("left") && two.equals("long")));
    }

    private static boolean follows(Words words, int first) {
        return words.gap(first) == Words.Gap.SOFT && SINCE.contains(words.word(first - 1));
    }

    /** {@code Tobin, dead these ten years,} */
    private static boolean isDead(Words words, int last) {
        String one = words.word(last + 1);
        String two = words.word(last + 2);
        return (one.equals("dead")
                        || (one.equals("long") && two.equals("dead"))
                        || (one.equals("now") && two.equals("dead")))
                && !DEADLY.contains(two);
    }

    private static String preceding(Words words, int first, int steps) {
        for (int i = 1; i < steps; i++) {
            if (first - i < 0 || words.gap(first - i) != Words.Gap.SOFT) {
                return "";
            }
        }
        return words.word(first - steps);
    }

    private static String following(Words words, int last, int steps) {
        for (int i = 1; i <= steps; i++) {
            if (last + i >= words.size() || words.gap(last + i) != Words.Gap.SOFT) {
                return "";
            }
        }
        return words.word(last + steps);
    }
}
