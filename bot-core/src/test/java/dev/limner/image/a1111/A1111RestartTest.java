package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Requests;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process ends while the server draws for it, and the next one asks for the same picture. */
class A1111RestartTest {
    private final List<Boolean> busyWhenAsked = new CopyOnWriteArrayList<>();
    private final AtomicInteger questions = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(
            value = FakeKind.class,
            names = {"A1111", "FORGE", "REFORGE", "FORGE_NEO"})
    void what_it_began_is_stopped_before_the_picture_is_drawn_anew(FakeKind kind) throws Exception {
        try (FakeA1111 server = server(kind, FakePace.held());
                A1111Backend dead = Backends.of(server);
                A1111Backend anew = Backends.of(server)) {
            begin(server, dead);
            server.pace(FakePace.atOnce());

            assertThat(anew.generate(Requests.of("r1").again(), fraction -> {})).isInstanceOf(Generated.class);

            assertThat(server.interrupts()).isEqualTo(1);
            assertThat(busyWhenAsked).containsExactly(false, false);
        }
    }

    @Test
    void where_nobody_tells_whose_picture_is_drawn_it_is_waited_for() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (FakeA1111 server = server(FakeKind.SD_NEXT, job -> done.await());
                A1111Backend dead = Backends.of(server);
                A1111Backend anew = Backends.of(server)) {
            begin(server, dead);
            server.pace(FakePace.atOnce());
            FutureTask<GenerationOutcome> drawing =
                    start(anew, Requests.of("r1").again());
            int before = questions.get();
            await().until(() -> questions.get() > before + 5);
            assertThat(server.requests()).hasSize(1);

            done.countDown();
            drawing.get();

            assertThat(server.interrupts()).isZero();
            assertThat(busyWhenAsked).containsExactly(false, false);
        }
    }

    @Test
    void a_picture_of_somebody_else_is_left_alone() throws Exception {
        try (FakeA1111 server = server(FakeKind.A1111, FakePace.atOnce());
                A1111Backend anew = Backends.of(server)) {
            Runnable end = server.occupy();
            FutureTask<GenerationOutcome> drawing =
                    start(anew, Requests.of("r1").again());
            await().until(() -> server.isWaiting("r1"));
            end.run();
            drawing.get();

            assertThat(server.interrupts()).isZero();
            assertThat(server.requests()).hasSize(1);
        }
    }

    private FakeA1111 server(FakeKind kind, FakePace pace) throws Exception {
        FakeA1111 server = new FakeA1111(kind).pace(pace);
        return server.answering(request -> noted(server, request)).start();
    }

    private @Nullable MockResponse noted(FakeA1111 server, RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.endsWith("/txt2img")) {
            busyWhenAsked.add(server.isDrawing());
        }
        if (path.endsWith("/progress")) {
            questions.incrementAndGet();
        }
        return null;
    }

    private static void begin(FakeA1111 server, A1111Backend backend) {
        FutureTask<GenerationOutcome> unused = start(backend, Requests.of("r1"));
        await().until(server::isDrawing);
    }

    private static FutureTask<GenerationOutcome> start(A1111Backend backend, GenerationRequest request) {
        FutureTask<GenerationOutcome> drawing = new FutureTask<>(() -> backend.generate(request, fraction -> {}));
        Thread thread = new Thread(drawing, "drawing");
        thread.setDaemon(true);
        thread.start();
        return drawing;
    }
}
