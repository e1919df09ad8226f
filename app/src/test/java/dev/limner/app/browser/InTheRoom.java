package dev.limner.app.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limner.app.Installation;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Opens the web chat of a product of its own in a real Chromium, and closes both. */
abstract class InTheRoom {
    @TempDir
    Path data;

    Installation limner;
    Browser browser;

    @BeforeEach
    void openTheRoom() throws Exception {
        assumeTrue("true".equals(System.getenv("CI")) || Browser.isInstalled(), "no Chromium here; CI has one");
        limner = Installation.start(data);
        browser = new Browser();
        browser.open(limner.webchat(), 1280, 860);
    }

    @AfterEach
    void closeTheRoom() {
        if (browser != null) {
            browser.close();
        }
        if (limner != null) {
            limner.close();
        }
    }
}
