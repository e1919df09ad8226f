package dev.limner.prompt.text;

import java.util.Comparator;
import java.util.List;

/** Names that a mistyped one may have meant. */
public final class Nearest {
    private static final int SHOWN = 5;
    private static final int COMPARED = 64;

    private Nearest() {}

    /** The nearest first, at most five. */
    public static List<String> to(String typed, List<String> names) {
        String wanted = Folding.fold(typed);
        return names.stream()
                .sorted(Comparator.<String>comparingInt(n -> distance(wanted, Folding.fold(n)))
                        .thenComparing(n -> n))
                .limit(SHOWN)
                .toList();
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
