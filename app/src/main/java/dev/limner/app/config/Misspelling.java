package dev.limner.app.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which key was meant by a name that is none. */
final class Misspelling {
    /** What names of this program's keys begin with; others in the environment are somebody else's. */
    private static final List<String> PREFIXES =
            List.of("LIMNER_", "IMAGE_", "A1111_", "WEBCHAT_", "DISCORD_", "TELEGRAM_", "SCENE_WRITER_", "METRICS_");

    private Misspelling() {}

    /** The key that an unknown name of {@code .env} was meant for. */
    static Optional<Key> inFile(String name) {
        return nearest(name, Math.max(2, name.length() / 4));
    }

    /** The same for a name of the environment, where most names have nothing to do with this program. */
    static Optional<Key> inEnvironment(String name) {
        boolean ours = PREFIXES.stream().anyMatch(name.toUpperCase(Locale.ROOT)::startsWith);
        return ours ? inFile(name) : nearest(name, 1).filter(key -> key != Key.DATABASE_URL);
    }

    private static Optional<Key> nearest(String name, int farthest) {
        String spelt = name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        return Arrays.stream(Key.values())
                .filter(key -> distance(spelt, key.name()) <= farthest)
                .min(Comparator.comparingInt(key -> distance(spelt, key.name())));
    }

    /** Least number of letters put in, left out, replaced or swapped with their neighbour. */
    static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int step(int[][] rows, String a, String b, int i, int j) {
        int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
