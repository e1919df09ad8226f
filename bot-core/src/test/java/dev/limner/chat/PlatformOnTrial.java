package dev.limner.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatUser.Seen;
import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A platform that was started, a person on it, and what the core hears of it. */
public abstract class PlatformOnTrial {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 1, 2, (byte) 0xff};
    static final CommandCatalog COMMANDS = CommandCatalog.standard();

    final RecordingListener events = new RecordingListener();
    Set<Thread> threadsBefore = Set.of();
    ChatPlatform platform;
    ChatUser user;

    /** The platform, not started yet, with whatever stands in for its server. */
    protected abstract ChatPlatform open() throws Exception;

    /** A person there who is no moderator; called once, after the platform was started. */
    protected abstract ChatUser user() throws Exception;

    /** Ends what {@link #open} began besides the platform. The platform was closed before. */
    protected void shutDown() throws Exception {}

    /** Whether the platform tells of messages that were deleted. */
    protected boolean reportsDeletions() {
        return true;
    }

    /** Whether pictures can be described for those who do not see them. */
    protected boolean describesPictures() {
        return true;
    }

    /**
     * Takes the right to post pictures, and no other, from the bot where {@link #user} is.
     *
     * @return false where that cannot be, or the platform does not tell of it
     */
    protected boolean forbidPictures() throws Exception {
        return false;
    }

    /** Whether commands are typed as text, so that they can be mistyped. */
    protected boolean typesCommands() {
        return true;
    }

    /** Whether a thread belongs to the libraries or the server of the test, and may outlive the platform. */
    protected boolean isShared(Thread thread) {
        return Set.of("OkHttp", "Okio", "ForkJoinPool.commonPool", "Common-Cleaner", "process reaper", "awaitility")
                .stream()
                .anyMatch(thread.getName()::startsWith);
    }

    @BeforeEach
    final void begin() throws Exception {
        threadsBefore = Thread.getAllStackTraces().keySet();
        platform = open();
        platform.start(events, COMMANDS);
        user = user();
    }

    @AfterEach
    final void end() throws Exception {
        platform.close();
        shutDown();
    }

    Seen onlySeen() {
        await().atMost(PATIENCE).until(() -> !user.sees().isEmpty());
        assertThat(user.sees()).hasSize(1);
        return user.sees().get(0);
    }

    MessageEditor editor() {
        assumeThat(platform.editor()).isPresent();
        return platform.editor().orElseThrow();
    }

    static CommandSpec command(String name, @Nullable String sub) {
        return COMMANDS.find(name, sub).orElseThrow();
    }

    static PlannedMessage text(String text) {
        return new PlannedMessage(text, List.of(), List.of(), null, null);
    }

    static PlannedMessage withButtons(String text, String... ids) {
        List<Button> buttons =
                List.of(ids).stream().map(id -> new Button(id, id)).toList();
        return new PlannedMessage(text, List.of(), buttons, null, null);
    }

    static void assertPositive(Capabilities limits) {
        assertThat(List.of(limits.text(), limits.caption(), limits.altText(), limits.buttonId(), limits.buttonLabel()))
                .allSatisfy(limit -> assertThat(limit.max()).isPositive());
        assertThat(limits.attachments()).isPositive();
        assertThat(limits.attachmentBytes()).isPositive();
        assertThat(limits.buttons()).isPositive();
        assertThat(limits.editInterval()).isGreaterThanOrEqualTo(Duration.ZERO);
    }
}
