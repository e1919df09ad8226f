package dev.limner.bench.fidelity;

import java.util.List;
import java.util.Locale;

/** Precision, recall and F1 of the cast over stories, every character of every story counting alike. */
record Score(int stories, int right, int intruders, int missing) {
    static Score of(List<Finding> findings) {
        return new Score(
                findings.size(),
                findings.stream().mapToInt(f -> f.found().size()).sum(),
                findings.stream().mapToInt(f -> f.intruders().size()).sum(),
                findings.stream().mapToInt(f -> f.missing().size()).sum());
    }

    double precision() {
        return right == 0 && intruders == 0 ? 1 : (double) right / (right + intruders);
    }

    double recall() {
        return right == 0 && missing == 0 ? 1 : (double) right / (right + missing);
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%4d stories   precision %.4f   recall %.4f   F1 %.4f   (%d right, %d intruders, %d missing)",
                stories,
                precision(),
                recall(),
                f1(),
                right,
                intruders,
                missing);
    }
}
