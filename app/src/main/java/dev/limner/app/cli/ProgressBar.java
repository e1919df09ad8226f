package dev.limner.app.cli;

import dev.limner.image.ProgressListener;
import java.io.PrintStream;
import java.util.Locale;

/** One line on a terminal that is drawn over, and wiped at the end. Thread-safe. */
final class ProgressBar implements ProgressListener, AutoCloseable {
    private static final int WIDTH = 40;

    private final PrintStream terminal;
    private final boolean shown;
    private int lastPercent = -1;

    ProgressBar(PrintStream terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    @Override
    public synchronized void onProgress(double fraction) {
        int percent = (int) Math.round(100 * Math.min(1, Math.max(0, fraction)));
        if (!shown || percent == lastPercent) {
            return;
        }
        lastPercent = percent;
        int full = percent * WIDTH / 100;
        terminal.print(
                String.format(Locale.ROOT, "\r[%s%s] %3d %%", "#".repeat(full), ".".repeat(WIDTH - full), percent));
        terminal.flush();
    }

    @Override
    public synchronized void close() {
        if (shown && lastPercent >= 0) {
            terminal.print("\r" + " ".repeat(WIDTH + 8) + "\r");
            terminal.flush();
        }
    }
}
