package dev.limner.prompt.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Names that a mistyped one may have meant. */
public final class Nearest {
    private static final int SHOWN = 5;
    private static final int COMPARED = 64;

    private Nearest() {}

    /** The nearest five, and how many more there are. @param names one at least */
    public static String to(String typed, List<String> names) {
        String wanted = Folding.fold(typed);
        return first(names.stream()
                .sorted(Comparator.<String>comparingInt(n -> distance(wanted, Folding.fold(n)))
                        .thenComparing(n -> n))
                .toList());
    }

    /** The first five, and how many more there are. */
    public static String first(List<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }

    /** Edits from one to the other, of their first characters. */
    private static int distance(String a, String b) {
        int width = Math.min(b.length(), COMPARED);
        int[] row = new int[width + 1];
        for (int j = 0; j <= width; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= Math.min(a.length(), COMPARED); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= width; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[width];
    }
}
