package dev.limner.telegram;

import static org.awaitility.Awaitility.await;

import dev.limner.command.CommandCatalog;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The adapter with what it tells the core written down, and Jo, who writes in its group. */
abstract class InTheGroup {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    final Heard heard = new Heard();
    Rig rig;
    Person jo;

    @BeforeEach
    void begin() throws Exception {
        rig = new Rig(folder);
        jo = rig.person(11, "Jo");
        rig.telegram().start(heard, CommandCatalog.standard());
    }

    @AfterEach
    void end() {
        rig.close();
    }

    Posted asked(int number) {
        await().atMost(PATIENCE).until(() -> rig.posted().size() >= number);
        return rig.posted().get(number - 1);
    }
}
