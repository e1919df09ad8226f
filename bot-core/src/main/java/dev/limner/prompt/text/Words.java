package dev.limner.prompt.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text, folded, with what tells a name from a word: case, place in the sentence, what stands beside it.
 * Where a script has no blanks a word is a whole run of it. Not thread-safe.
 */
public final class Words {
    /** How a word hangs together with the one before it. */
    public enum Gap {
        SOFT,
        DOT,
        HARD
    }

    public static final int CAPITAL = 1;
    public static final int ALL_CAPITALS = 2;
    public static final int UNSPACED = 4;

    /** Between quotation marks, or after a dash at a line's start. */
    public static final int QUOTED = 8;

    /** In a line that begins with a dash. */
    public static final int DASHED = 16;

    private static final int ROOM = 32;
    private static final int UPPER = 2;

    private static final Gap[] GAPS = Gap.values();

    /** Of a word's flags, above which its gap stands. */
    private static final int FLAG_BITS = 8;

    /** 1 for small letters and digits, {@link #UPPER} for capitals. */
    private static final byte[] ASCII = new byte[0x80];

    static {
        for (char c = '0'; c <= 'z'; c++) {
            boolean small = c >= 'a' || c <= '9';
            ASCII[c] = (byte) (small ? 1 : c >= 'A' && c <= 'Z' ? UPPER : 0);
        }
    }

    private final Letters folded = new Letters();
    private final StringBuilder letter = new StringBuilder(4);
    private int[] from = new int[ROOM];
    private int[] flags = new int[ROOM];
    private char[] before = new char[ROOM];
    private char[] firstAfter = new char[ROOM];
    /** Those that were asked for, since rules ask for the same ones again and again. */
    private @Nullable String[] asked = {};

    private int count;
    private char after = '\n';
    private final Quotation quotation = new Quotation();

    public static Words of(String text) {
        Words words = new Words();
        words.read(text);
        return words;
    }

    /** Reads another text in place of the one before. */
    public void read(String text) {
        folded.clear();
        Arrays.fill(asked, 0, Math.min(count, asked.length), null);
        count = 0;
        quotation.begin(text);
        parse(text);
    }

    public int size() {
        return count;
    }

    public CharSequence folded() {
        return folded;
    }

    public int start(int word) {
        return from[word];
    }

    public int end(int word) {
        return word + 1 < count ? from[word + 1] : folded.length();
    }

    public String word(int word) {
        if (word < 0 || word >= count) {
            return "";
        }
        if (asked.length < count) {
            asked = Arrays.copyOf(asked, from.length);
        }
        String known = asked[word];
        if (known == null) {
            known = folded.substring(start(word), end(word));
            asked[word] = known;
        }
        return known;
    }

    public boolean is(int word, int flag) {
        return (flags[word] & flag) != 0;
    }

    public Gap gap(int word) {
        return GAPS[flags[word] >> FLAG_BITS];
    }

    /** The last character before a word that is no blank; a line break at the start. */
    public char before(int word) {
        return before[word];
    }

    /** The first character after a word that is no blank and of no word; a blank where the next word follows at once. */
    public char after(int word) {
        return word + 1 < count ? firstAfter[word] : after;
    }

    private void parse(String text) {
        Gap gap = Gap.HARD;
        char last = '\n';
        int script = 0;
        boolean open = false;
        for (int i = 0; i < text.length(); ) {
            char plain = text.charAt(i);
            int kind = plain < 0x80 ? ASCII[plain] : 0;
            if (kind > 0 && (!open || script == 1)) {
                if (!open) {
                    begin(gap, last, plain, false);
                    script = 1;
                    open = true;
                } else if (kind != UPPER) {
                    flags[count - 1] &= ~ALL_CAPITALS;
                }
                folded.append(kind == UPPER ? (char) (plain + 32) : plain);
                last = plain;
                i++;
                continue;
            }
            if (plain == ' ') {
                gap = open ? Gap.SOFT : gap;
                open = false;
                i++;
                continue;
            }
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (isWordPart(c, open)) {
                int of = Script.isUnspaced(c) ? 2 : 1;
                boolean mark = c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
                if (!open || (of != script && !mark)) {
                    begin(open ? Gap.SOFT : gap, last, c, of == 2);
                    script = of;
                    open = true;
                } else if ((flags[count - 1] & ALL_CAPITALS) != 0 && !Character.isUpperCase(c) && !mark) {
                    flags[count - 1] &= ~ALL_CAPITALS;
                }
                letter.setLength(0);
                Folding.append(c, letter);
                folded.append(letter);
                last = text.charAt(i);
            } else {
                gap = open ? gapOf(c) : harder(gap, gapOf(c));
                quotation.sign(text, i, c, last);
                if (c != ' ') {
                    char sign = text.charAt(i);
                    if (count > 0 && (open || firstAfter[count - 1] == ' ')) {
                        firstAfter[count - 1] = sign;
                    }
                    last = sign;
                }
                open = false;
            }
            i = next;
        }
        after = count == 0 || firstAfter[count - 1] == ' ' ? '\n' : firstAfter[count - 1];
    }

    private static boolean isWordPart(int c, boolean open) {
        if (c == Folding.LENGTHENER) {
            return open;
        }
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || (open
                        && (Character.getType(c) == Character.NON_SPACING_MARK
                                || Character.getType(c) == Character.COMBINING_SPACING_MARK));
    }

    private void begin(Gap gap, char last, int first, boolean unspaced) {
        if (count == from.length) {
            int room = 2 * count;
            from = Arrays.copyOf(from, room);
            flags = Arrays.copyOf(flags, room);
            before = Arrays.copyOf(before, room);
            firstAfter = Arrays.copyOf(firstAfter, room);
        }
        from[count] = folded.length();
        boolean capital = first < 0x80
                ? first >= 'A' && first <= 'Z'
                : Character.isUpperCase(first) || Character.isTitleCase(first);
        flags[count] = (capital ? CAPITAL | ALL_CAPITALS : 0)
                | (unspaced ? UNSPACED : 0)
                | quotation.flags()
                | gap.ordinal() << FLAG_BITS;
        before[count] = last;
        firstAfter[count] = ' ';
        count++;
    }

    private static Gap gapOf(int c) {
        return switch (c) {
            case ' ', '-', '\'', '\u2019', '\u02BC', '\u00B7', '\u30FB', '_', '=', '\u2010', '\u2011', '\uFF1D' ->
                Gap.SOFT;
            case '.' -> Gap.DOT;
            default -> Gap.HARD;
        };
    }

    private static Gap harder(Gap a, Gap b) {
        return a.ordinal() > b.ordinal() ? a : b;
    }
}
