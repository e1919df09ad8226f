package dev.limner.illustration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.PlatformId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StatusBoardTest {
    private static final ChannelRef CHANNEL = new ChannelRef(new PlatformId("webchat"), "room");
    private static final String FAULT = "the storage has been closed";

    private final List<ILoggingEvent> logged = new CopyOnWriteArrayList<>();
    private final Logger limner = (Logger) LoggerFactory.getLogger("dev.limner");
    private final Level before = limner.getLevel();
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThrowableProxy() != null
                    && FAULT.equals(event.getThrowableProxy().getMessage())) {
                logged.add(event);
            }
        }
    };
    private final StatusBoard board =
            new StatusBoard(new StatusPosts(new Platforms(), new MessagePlanner()), InstantSource.system());

    @BeforeEach
    void listen() {
        limner.setLevel(Level.DEBUG);
        log.start();
        limner.addAppender(log);
    }

    @AfterEach
    void close() {
        limner.detachAppender(log);
        limner.setLevel(before);
        board.close();
    }

    @Test
    void what_was_under_way_when_it_closed_and_found_the_storage_closed_is_no_warning() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        board.inTurn(CHANNEL, () -> {
            begun.countDown();
            awaitThroughInterrupts(closed);
            throw new IllegalStateException(FAULT);
        });
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        board.close();
        closed.countDown();

        await().atMost(Duration.ofSeconds(60)).until(() -> !logged.isEmpty());
        assertThat(logged).singleElement().extracting(ILoggingEvent::getLevel).isEqualTo(Level.DEBUG);
    }

    @Test
    void what_fails_while_it_is_open_is_a_warning() {
        board.inTurn(CHANNEL, () -> {
            throw new IllegalStateException(FAULT);
        });

        await().atMost(Duration.ofSeconds(60)).until(() -> !logged.isEmpty());
        assertThat(logged).singleElement().extracting(ILoggingEvent::getLevel).isEqualTo(Level.WARN);
    }

    private static void awaitThroughInterrupts(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
