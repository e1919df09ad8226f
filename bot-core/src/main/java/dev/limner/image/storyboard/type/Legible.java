package dev.limner.image.storyboard.type;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts names in the place of what no font here can draw: a word in another script becomes that script's name, an emoji
 * its own, both within angle quotes. Of one sheet, and not thread-safe: it remembers which scripts it met.
 */
public final class Legible {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    /** The same name again, with no more than blanks between. */
    private static final Pattern REPEATED = Pattern.compile("(\u2039[^\u203A]+\u203A)(?:\\h*\\1)+");

    private static final Pattern BLANKS = Pattern.compile("\\h+");
    private static final int REGIONAL_A = 0x1F1E6;
    private static final int REGIONAL_Z = 0x1F1FF;
    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;

    private final FontBook fonts;
    private final Set<String> named = new LinkedHashSet<>();

    public Legible(FontBook fonts) {
        this.fonts = fonts;
    }

    /** The text as it can be drawn. */
    public String text(String text) {
        List<String> graphemes =
                GRAPHEME.matcher(text).results().map(MatchResult::group).toList();
        if (graphemes.stream().allMatch(this::drawn)) {
            return text;
        }
        boolean kana = text.codePoints().mapToObj(UnicodeScript::of).anyMatch(Legible::isKana);
        String legible = graphemes.stream()
                .map(grapheme -> drawn(grapheme) ? grapheme : inPlaceOf(grapheme, kana))
                .collect(Collectors.joining());
        String once = REPEATED.matcher(legible).replaceAll("$1");
        return BLANKS.matcher(once).replaceAll(" ").strip();
    }

    /** What was named and not drawn, such as {@code Devanagari}, in the order in which it was met. */
    public List<String> named() {
        return List.copyOf(named);
    }

    private boolean drawn(String grapheme) {
        return grapheme.isBlank() || fonts.draws(Face.TEXT, grapheme);
    }

    private String inPlaceOf(String grapheme, boolean kana) {
        String plain = Normalizer.normalize(grapheme, Normalizer.Form.NFKC);
        if (drawn(plain)) {
            return plain;
        }
        int first = grapheme.codePointAt(0);
        if (fonts.draws(Face.TEXT, Character.toString(first))) {
            // a letter with a mark that no font can set on it
            return Character.toString(first);
        }
        UnicodeScript script = UnicodeScript.of(first);
        return switch (script) {
            case COMMON, INHERITED -> symbol(grapheme, first);
            case UNKNOWN -> grapheme;
            default -> quoted(name(script, kana), name(script, kana));
        };
    }

    private String symbol(String grapheme, int first) {
        switch (Character.getType(first)) {
            case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL -> {
                return quoted(symbolName(grapheme), "some symbols");
            }
            default -> {
                // punctuation of a script whose words are named
                return " ";
            }
        }
    }

    private static String symbolName(String grapheme) {
        if (grapheme.codePoints().allMatch(c -> c >= REGIONAL_A && c <= REGIONAL_Z)) {
            return grapheme.codePoints()
                    .mapToObj(c -> Character.toString('A' + c - REGIONAL_A))
                    .collect(Collectors.joining("", "flag ", ""));
        }
        return grapheme.codePoints()
                .filter(c -> !FontBook.ignorable(c) && (c < FIRST_SKIN_TONE || c > LAST_SKIN_TONE))
                .mapToObj(Character::getName)
                .map(name -> name == null ? "symbol" : name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private String quoted(String name, String remembered) {
        named.add(remembered);
        return "\u2039" + name + "\u203A";
    }

    private static String name(UnicodeScript script, boolean kana) {
        if (isKana(script) || script == UnicodeScript.HAN && kana) {
            return "Japanese";
        }
        return switch (script) {
            case HAN -> "Chinese";
            case HANGUL -> "Korean";
            default -> {
                String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                yield name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            }
        };
    }

    private static boolean isKana(UnicodeScript script) {
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
