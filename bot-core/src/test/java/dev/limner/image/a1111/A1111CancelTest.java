package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.Requests;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class A1111CancelTest {

    @ParameterizedTest
    @EnumSource(
            value = FakeKind.class,
            names = {"A1111", "FORGE", "REFORGE", "FORGE_NEO", "SD_NEXT"})
    void an_interruption_stops_the_picture_at_the_server(FakeKind kind) throws Exception {
        try (FakeA1111 server = new FakeA1111(kind).pace(FakePace.held()).start();
                A1111Backend backend = Backends.of(server)) {
            Running drawing = Running.of(() -> backend.generate(Requests.of("r1"), fraction -> {}));
            await().until(server::isDrawing);

            drawing.interrupt();

            drawing.assertInterrupted();
            await().until(() -> !server.isDrawing());
            assertThat(server.interrupts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeKind.class,
            names = {"A1111", "FORGE", "SD_NEXT"})
    void a_picture_of_somebody_else_is_left_alone(FakeKind kind) throws Exception {
        try (FakeA1111 server = new FakeA1111(kind).start();
                A1111Backend backend = Backends.of(server)) {
            Runnable end = server.occupy();
            Running drawing = Running.of(() -> backend.generate(Requests.of("r1"), fraction -> {}));
            await().until(() -> server.isWaiting("r1"));

            drawing.interrupt();

            drawing.assertInterrupted();
            assertThat(server.interrupts()).isZero();
            end.run();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeKind.class,
            names = {"SD_CPP", "KOBOLD_CPP"})
    void a_server_that_cannot_be_stopped_does_not_hold_up_the_interruption(FakeKind kind) throws Exception {
        try (FakeA1111 server = new FakeA1111(kind).pace(FakePace.held()).start();
                A1111Backend backend = Backends.of(server)) {
            Running drawing = Running.of(() -> backend.generate(Requests.of("r1"), fraction -> {}));
            await().until(server::isDrawing);

            drawing.interrupt();

            drawing.assertInterrupted();
            assertThat(server.interrupts()).isZero();
        }
    }

    @Test
    void waiting_for_ones_turn_can_be_interrupted_and_does_not_touch_the_picture_before() throws Exception {
        try (FakeA1111 server =
                        new FakeA1111(FakeKind.A1111).pace(FakePace.held()).start();
                A1111Backend backend = Backends.of(server)) {
            Running first = Running.of(() -> backend.generate(Requests.of("r1"), fraction -> {}));
            await().until(server::isDrawing);
            Running second = Running.of(() -> backend.generate(Requests.of("r2"), fraction -> {}));
            await().until(() -> second.thread().getState() == Thread.State.WAITING);

            second.interrupt();

            second.assertInterrupted();
            assertThat(server.isDrawing()).isTrue();
            assertThat(server.interrupts()).isZero();
            assertThat(server.requests()).hasSize(1);
            first.interrupt();
            first.assertInterrupted();
        }
    }

    @Test
    void a_server_that_hangs_is_given_up_and_told_to_stop() throws Exception {
        try (FakeA1111 server =
                        new FakeA1111(FakeKind.A1111).pace(FakePace.held()).start();
                A1111Backend backend = Backends.impatient(server)) {
            assertThatThrownBy(() -> backend.generate(Requests.of("r1"), fraction -> {}))
                    .isInstanceOfSatisfying(BackendException.class, failure -> {
                        assertThat(failure).hasMessage(Fault.STALLED.forRequester());
                        assertThat(failure.mayRetry()).isFalse();
                        assertThat(failure.detail()).contains("IMAGE_TIMEOUT");
                    });
            assertThat(server.interrupts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeKind.class,
            names = {"SD_NEXT", "SD_CPP", "KOBOLD_CPP"})
    void a_server_that_hangs_is_given_up_in_every_dialect(FakeKind kind) throws Exception {
        try (FakeA1111 server = new FakeA1111(kind).pace(FakePace.held()).start();
                A1111Backend backend = Backends.impatient(server)) {
            assertThatThrownBy(() -> backend.generate(Requests.of("r1"), fraction -> {}))
                    .hasMessage(Fault.STALLED.forRequester());
        }
    }

    @ParameterizedTest
    @CsvSource({
        // it tells that nothing of the request is left
        "A1111, '{\"active\": false, \"queued\": false}', AGAIN",
        "A1111, '{\"active\": true, \"queued\": false, \"progress\": 0.4}', AGAIN",
        "A1111, '{\"active\": false, \"queued\": true}', NOWHERE",
        // it tells nothing
        "SD_CPP, '', NOWHERE",
        "KOBOLD_CPP, '', NOWHERE",
    })
    void what_may_still_be_drawn_after_a_connection_broke_is_not_asked_for_again(
            FakeKind kind, String progress, Next next) throws Exception {
        try (FakeA1111 server = new FakeA1111(kind)
                        .answering(request -> switch (request.getUrl().encodedPath()) {
                            case "/sdapi/v1/txt2img" ->
                                new MockResponse.Builder()
                                        .onResponseStart(new SocketEffect.CloseSocket())
                                        .build();
                            case "/internal/progress" ->
                                progress.isEmpty()
                                        ? null
                                        : new MockResponse.Builder()
                                                .body(progress)
                                                .build();
                            default -> null;
                        })
                        .start();
                A1111Backend backend = Backends.of(server)) {
            backend.profile();

            assertThatThrownBy(() -> backend.generate(Requests.of("r1"), fraction -> {}))
                    .isInstanceOfSatisfying(
                            BackendException.class,
                            failure -> assertThat(failure.next()).isEqualTo(next));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A1111, 504, AGAIN, 1",
        "A1111, 524, AGAIN, 1",
        "A1111, 408, AGAIN, 1",
        "KOBOLD_CPP, 504, NOWHERE, 0",
        "KOBOLD_CPP, 502, NOWHERE, 0",
    })
    void what_is_drawn_when_a_proxy_gives_up_waiting_is_stopped_or_drawn_nowhere_else(
            FakeKind kind, int status, Next next, int interrupts) throws Exception {
        FakeA1111 server = new FakeA1111(kind);
        try (server;
                A1111Backend backend = Backends.of(server.answering(request -> switch (request.getUrl()
                                .encodedPath()) {
                            case "/sdapi/v1/txt2img" ->
                                new MockResponse.Builder()
                                        .code(status)
                                        .body("<html>too late</html>")
                                        .build();
                            case "/internal/progress" ->
                                kind == FakeKind.A1111
                                        ? new MockResponse.Builder()
                                                .body("{\"active\": true, \"queued\": false, \"progress\": 0.4}")
                                                .build()
                                        : null;
                            default -> null;
                        })
                        .start())) {
            assertThatThrownBy(() -> backend.generate(Requests.of("r1"), fraction -> {}))
                    .isInstanceOfSatisfying(
                            BackendException.class,
                            failure -> assertThat(failure.next()).isEqualTo(next));
            assertThat(server.interrupts()).isEqualTo(interrupts);
        }
    }

    @Test
    void a_server_that_ended_while_it_drew_is_asked_again() throws Exception {
        FakeA1111 server = new FakeA1111(FakeKind.KOBOLD_CPP);
        server.answering(request -> {
                    if (!request.getUrl().encodedPath().equals("/sdapi/v1/txt2img")) {
                        return null;
                    }
                    new Thread(server::close, "ending").start();
                    return new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build();
                })
                .start();
        try (A1111Backend backend = Backends.of(server)) {
            assertThatThrownBy(() -> backend.generate(Requests.of("r1"), fraction -> {}))
                    .isInstanceOfSatisfying(
                            BackendException.class,
                            failure -> assertThat(failure.next()).isEqualTo(Next.AGAIN));
        }
    }

    @Test
    void closing_ends_a_picture_under_way_and_those_that_wait() throws Exception {
        try (FakeA1111 server =
                new FakeA1111(FakeKind.KOBOLD_CPP).pace(FakePace.held()).start()) {
            A1111Backend backend = Backends.of(server);
            Running first = Running.of(() -> backend.generate(Requests.of("r1"), fraction -> {}));
            await().until(server::isDrawing);
            Running second = Running.of(() -> backend.generate(Requests.of("r2"), fraction -> {}));

            backend.close();

            assertThatThrownBy(first::get).rootCause().isNotInstanceOf(InterruptedException.class);
            assertThatThrownBy(second::get).cause().hasMessage(Fault.CLOSED.forRequester());
        }
    }

    private record Running(Thread thread, FutureTask<GenerationOutcome> task) {
        static Running of(Callable<GenerationOutcome> work) {
            FutureTask<GenerationOutcome> task = new FutureTask<>(work);
            Thread thread = new Thread(task, "drawing");
            thread.start();
            return new Running(thread, task);
        }

        void interrupt() {
            thread.interrupt();
        }

        GenerationOutcome get() throws Exception {
            return task.get();
        }

        void assertInterrupted() {
            assertThatThrownBy(task::get).hasCauseInstanceOf(InterruptedException.class);
        }
    }
}
