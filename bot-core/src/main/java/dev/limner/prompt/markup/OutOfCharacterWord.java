package dev.limner.prompt.markup;

import java.util.List;
import java.util.stream.Collectors;

/** The words by which players announce that they speak for themselves. */
final class OutOfCharacterWord {
    /** Of an author; what else would be written so needs no colon. */
    private static final String NOTE = "a/n";

    /** As communities of other languages label it; only with a colon, since some of them tell of a scene too. */
    private static final List<String> LABELS = List.of(
            "off topic",
            "off-topic",
            "offtopic",
            "offtop",
            "ot", // also German, Italian, Polish
            "hors rp",
            "hors-rp",
            "hrp",
            "hors jeu",
            "fuera de rol",
            "fuera de personaje",
            "fora do personagem",
            "fora de personagem",
            "fora do rp",
            "fuori ruolo",
            "fuori gdr",
            "außerhalb der rolle",
            "offplay",
            "off-play",
            "nie na temat",
            "poza rolą",
            "poza fabułą",
            "вне роли",
            "вне игры",
            "офф",
            "оффтоп",
            "нрп",
            "场外",
            "場外",
            "戏外",
            "戲外",
            "中の人",
            "rol dışı",
            NOTE,
            "author's note",
            "authors note",
            "author note",
            "irl",
            "mun",
            "non-rp",
            "non rp",
            "not rp",
            "mod note",
            "edit",
            "tw",
            "cw",
            "trigger warning",
            "content warning",
            "word count",
            "tagging",
            "author\u2019s note");

    private static final String INITIALS =
            LABELS.stream().map(label -> label.substring(0, 1)).distinct().collect(Collectors.joining());

    private static final char CYRILLIC_O = '\u043E';
    private static final char CYRILLIC_CAPITAL_O = '\u041E';
    private static final char CYRILLIC_S = '\u0441';

    private OutOfCharacterWord() {}

    /** The end of the word, of any language, that begins at a place within brackets or at the start of a line, or -1. */
    static int orLabelEnd(String text, int at) {
        int end = end(text, at);
        return end >= 0 ? end : labelEnd(text, at);
    }

    private static int labelEnd(String text, int at) {
        if (at >= text.length() || !mayBeginLabel(text.charAt(at))) {
            return -1;
        }
        for (String label : LABELS) {
            int end = letters(text, at, label);
            int colon = end;
            while (colon >= 0 && colon < text.length() && text.charAt(colon) == ' ') {
                colon++;
            }
            boolean note = end >= 0 && label.equals(NOTE) && (end == text.length() || text.charAt(end) == ' ');
            if (note || (end >= 0 && colon < text.length() && Narrow.of(text.charAt(colon)) == ':')) {
                return end;
            }
        }
        return -1;
    }

    private static boolean mayBeginLabel(char c) {
        char small = Character.toLowerCase(Narrow.of(c));
        return INITIALS.indexOf(small) >= 0 || INITIALS.indexOf(latin(small)) >= 0;
    }

    /** The end of the word {@code OOC} that begins at a place, or -1. */
    static int end(String text, int at) {
        int i = at;
        while (i < text.length() && mayPrecede(text.charAt(i))) {
            i++;
        }
        int end = letters(text, i, "ooc");
        if (end < 0) {
            end = letters(text, i, "o.o.c");
        }
        if (end < 0) {
            end = letters(text, i, "o o c");
        }
        if (end < 0) {
            end = letters(text, i, "out of character");
        }
        if (end < 0) {
            end = letters(text, i, "out-of-character");
        }
        return end >= 0 && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end))) ? end : -1;
    }

    /** Whether a sign between a bracket or the start of a line and the word belongs to the word. */
    static boolean mayPrecede(char c) {
        return "*_~: ".indexOf(c) >= 0;
    }

    /** Whether the word may begin with a letter. */
    static boolean mayBegin(char c) {
        return c == 'o' || c == 'O' || c == CYRILLIC_O || c == CYRILLIC_CAPITAL_O;
    }

    /** The Latin letter that a Cyrillic one looks like. */
    private static char latin(char c) {
        return c == CYRILLIC_O ? 'o' : c == CYRILLIC_S ? 'c' : c;
    }

    private static int letters(String text, int at, String word) {
        if (at + word.length() > text.length()) {
            return -1;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = Character.toLowerCase(Narrow.of(text.charAt(at + i)));
            if (c != word.charAt(i) && latin(c) != word.charAt(i)) {
                return -1;
            }
        }
        return at + word.length();
    }
}
