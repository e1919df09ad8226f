package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.Set;

/**
 * Whether a sentence says that somebody has stayed behind, was left somewhere, or went at a time that is told: all over
 * before what happens now. Where in doubt, not.
 */
final class Elsewhere {
    /** Words between a verb and the place it leads to. */
    private static final int REACH = 5;

    private static final Set<String> STAYED = NameWords.words("""
            stayed remained blieb geblieben остался осталась остались zostal zostala zostali quedo quedaron reste restee \
            restes rimasto rimasta ficou ficaram blev bleef stannade ble""");

    /** What may stand between a name and what it did. */
    private static final Set<String> HELPING = NameWords.words("""
            has had have was were been ist war hat se est sont era e foi also only still alone всё все jeszcze noch""");

    private static final Set<String> BEHIND = NameWords.words("behind zuruck");

    private static final Set<String> HOME = NameWords.words("дома casa hause");

    private static final Set<String> AT = NameWords.words("""
            at in on aboard back im in am auf zu der dem w we на в во en a au aux dans sur la el en no na nel nella alla al pa op \
            the a an our his her their my das die den o les""");

    /** Where one is when one is not here. */
    private static final Set<String> PLACES = NameWords.words("""
            home fort fortress camp village town city castle farm base station ship orbit port harbour harbor barracks \
            hospital school monastery abbey headquarters garrison colony capital surface island \
            oen eiland insel ile isla wyspie острове festung lager dorf stadt burg basis schiff hafen kaserne krankenhaus schule kloster orbit \
            форте лагере деревне городе крепости базе станции корабле орбите порту госпитале больнице школе \
            forcie obozie wsi miescie zamku bazie statku orbicie porcie szpitalu szkole domu \
            fuerte campamento pueblo ciudad castillo barco orbita puerto escuela \
            village ville chateau navire orbite hopital ecole maison""");

    private static final Set<String> GOING =
            NameWords.words("went flew drove rode ran walked headed sailed moved slipped hurried set");

    private static final Set<String> OFF = NameWords.words("home off out away back ahead upstairs inside");

    private static final Set<String> LEFT = Set.of("left", "departed");

    private static final Set<String> CLOCK = NameWords.words("""
            one two three four five six seven eight nine ten eleven twelve half noon midnight dawn dusk sunset sunrise \
            nightfall closing lunchtime daybreak""");

    private static final Set<String> DAYS = NameWords.words("monday tuesday wednesday thursday friday saturday sunday");

    private static final Set<String> LAST = NameWords.words("night week month year winter summer spring autumn");

    private static final Set<String> OTHERS = NameWords.words("""
            the a an his her their our my your it he she they we i you nobody everyone since so but leaving""");

    private Elsewhere() {}

    static boolean isTold(Words words, int first, int last) {
        return wasLeft(words, first, last) || stayed(words, last) || wentThen(words, last);
    }

    /** {@code We left Tobin at the fort}, {@code They had left Tobin behind} */
    private static boolean wasLeft(Words words, int first, int last) {
        return Clause.before(words, first, 1).equals("left") && leads(words, last);
    }

    /** {@code Tobin stayed behind}, {@code Тобин остался на орбите}, {@code Tobin was left at the fort} */
    private static boolean stayed(Words words, int last) {
        int at = last + 1;
        while (at <= last + 2 && HELPING.contains(Clause.after(words, last, at - last))) {
            at++;
        }
        String verb = Clause.after(words, last, at - last);
        boolean passive =
                verb.equals("left") && at > last + 1 && !words.word(at - 1).equals("had");
        return (passive || STAYED.contains(verb)) && leads(words, at);
    }

    /** Whether what follows is a place elsewhere, and not one with somebody. */
    private static boolean leads(Words words, int at) {
        boolean prepared = false;
        for (int k = 1; k <= REACH; k++) {
            String word = Clause.after(words, at, k);
            String next = Clause.after(words, at, k + 1);
            if (BEHIND.contains(word) || HOME.contains(word)) {
                return true;
            }
            if (prepared && PLACES.contains(word)) {
                return !next.equals("with");
            }
            if (!AT.contains(word)) {
                return false;
            }
            prepared = true;
        }
        return false;
    }

    /** {@code Tobin went home at six}, {@code Tobin left hours ago}; not when the sentence goes along. */
    private static boolean wentThen(Words words, int last) {
        String verb = Clause.after(words, last, 1);
        int at = last + 1;
        if (GOING.contains(verb)) {
            if (!OFF.contains(Clause.after(words, at, 1))) {
                return false;
            }
            at++;
        } else if (!LEFT.contains(verb)) {
            return false;
        }
        int end = time(words, at);
        if (end < 0) {
            return false;
        }
        String next = Clause.after(words, end, 2);
        return !Clause.after(words, end, 1).equals("and")
                || OTHERS.contains(next)
                || (!next.isEmpty() && words.is(end + 2, Words.CAPITAL));
    }

    /** The last word of a time that follows; negative when none does. */
    private static int time(Words words, int at) {
        String one = Clause.after(words, at, 1);
        String two = Clause.after(words, at, 2);
        boolean hour = !two.isEmpty() && (CLOCK.contains(two) || Character.isDigit(two.charAt(0)));
        if (one.equals("at") && hour
                || one.equals("on") && DAYS.contains(two)
                || one.equals("last") && LAST.contains(two)
                || one.equals("this") && two.equals("morning")
                || one.equals("before") && CLOCK.contains(two)) {
            return at + 2;
        }
        if (one.equals("yesterday")) {
            return at + 1;
        }
        for (int k = 2; k <= 5; k++) {
            if (Clause.after(words, at, k).equals("ago")) {
                return at + k;
            }
        }
        return -1;
    }
}
