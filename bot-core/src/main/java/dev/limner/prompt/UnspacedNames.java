package dev.limner.prompt;

import java.util.List;

/** Where a name can end in a script without blanks. */
final class UnspacedNames {
    private static final List<String> HONORIFICS =
            List.of("さん", "ちゃん", "くん", "さま", "様", "君", "殿", "先生", "先輩", "姫", "氏", "小姐", "先生", "姐", "哥");

    private UnspacedNames() {}

    /** Whether the characters from {@code start} to {@code end} may be a whole name in their run. */
    static boolean standsAlone(CharSequence text, int run, int start, int end, int runEnd) {
        int first = text.charAt(start);
        int last = text.charAt(end - 1);
        int before = start > run ? text.charAt(start - 1) : ' ';
        int after = end < runEnd ? text.charAt(end) : ' ';
        if (Script.isKatakana(last) && Script.isKatakana(after)
                || Script.isKatakana(first) && Script.isKatakana(before)) {
            return false;
        }
        boolean honoured = HONORIFICS.stream().anyMatch(h -> startsWith(text, end, runEnd, h));
        if (end - start == 1) {
            boolean alone = !Script.isHan(before) && !Script.isHan(after) && Script.isHan(first);
            return alone || honoured;
        }
        boolean cutMark = after != ' ' && Character.getType(after) == Character.NON_SPACING_MARK;
        return !cutMark;
    }

    private static boolean startsWith(CharSequence text, int at, int end, String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.charAt(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
