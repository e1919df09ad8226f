package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.a1111.FakeA1111;
import dev.limner.image.a1111.FakeKind;
import dev.limner.image.wire.FakeService;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that was started anew finds the work that the one before began at a service, and begins none beside it. */
class FoundAgainTest {
    private final InMemoryJobBook book = new InMemoryJobBook(InstantSource.system());
    private final CountDownLatch buried = new CountDownLatch(1);
    private final AtomicInteger drawings = new AtomicInteger();
    private final List<ImageBackend> killed = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "aihorde, POST /api/v2/generate/async",
        "bfl flux-2-pro, POST /v1/flux-2-pro",
        "sd_cpp_jobs kontext, POST /sdcpp/v1/img_gen"
    })
    void a_restart_does_not_pile_a_second_job_on_the_first(String name, String begin) throws Exception {
        try (Loopback server = Loopback.start(name)) {
            beginAndDie(server);

            try (ImageBackend anew = server.backend(new OkHttpClient(), book)) {
                Generated drawn = (Generated) anew.generate(Requests.of("r1").again(), fraction -> {});
                assertThat(drawn.picture().bytes()).isNotEmpty();
            }
            assertThat(((FakeService) server.server()).calls())
                    .filteredOn(begin::equals)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aihorde, POST /api/v2/generate/async",
        "bfl flux-2-pro, POST /v1/flux-2-pro",
        "sd_cpp_jobs kontext, POST /sdcpp/v1/img_gen"
    })
    void what_is_to_be_drawn_otherwise_now_is_a_job_of_its_own(String name, String begin) throws Exception {
        try (Loopback server = Loopback.start(name)) {
            beginAndDie(server);

            try (ImageBackend anew = server.backend(new OkHttpClient(), book)) {
                anew.generate(Requests.of("r1", "another scene").again(), fraction -> {});
            }
            assertThat(((FakeService) server.server()).calls())
                    .filteredOn(begin::equals)
                    .hasSize(2);
        }
    }

    @Test
    void it_is_not_given_to_another_server_meanwhile() throws Exception {
        try (Loopback horde = Loopback.start("aihorde");
                FakeA1111 preferred = new FakeA1111(FakeKind.A1111).start()) {
            beginAndDie(horde);

            try (Backends anew = new Backends(List.of(
                    ByAddress.quick(preferred.address(), null).of("a1111", new OkHttpClient()),
                    horde.backend(new OkHttpClient(), book)))) {
                Backends.Drawn drawn =
                        anew.draw(Need.of(null, null), Requests.of("r1").again(), fraction -> {});

                assertThat(drawn.backend()).isEqualTo("aihorde");
                assertThat(preferred.requests()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"comfyui sdxl", "a1111"})
    void of_two_addresses_the_one_that_draws_it_is_asked_after_a_restart(String name) throws Exception {
        try (Loopback first = Loopback.start(name);
                Loopback second = Loopback.start(name)) {
            beginAndDie(second);
            try (Backends anew = new Backends(List.of(asked(first, book), second.backend(new OkHttpClient(), book)))) {
                Backends.Drawn drawn =
                        anew.draw(Need.of(null, null), Requests.of("r1").again(), fraction -> {});

                assertThat(drawn.outcome()).isInstanceOf(Generated.class);
                assertThat(drawings).hasValue(0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aihorde", "comfyui sdxl", "a1111"})
    void what_is_over_is_forgotten(String name) throws Exception {
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(new OkHttpClient(), book)) {
            backend.generate(Requests.of("r1"), fraction -> {});

            assertThat(book.isEmpty()).isTrue();
        }
    }

    /** Begins a job, and never learns what becomes of it. */
    private void beginAndDie(Loopback server) {
        OkHttpClient deaf = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    String path = chain.request().url().encodedPath();
                    if (path.endsWith("/txt2img")) {
                        hold();
                    }
                    if (path.contains("/check/")
                            || path.startsWith("/poll/")
                            || path.startsWith("/history/")
                            || path.contains("/jobs/")) {
                        throw new IOException("the process is dead");
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        ImageBackend backend = server.backend(deaf, book);
        killed.add(backend);
        Thread drawing = new Thread(
                () -> {
                    try {
                        backend.generate(Requests.of("r1"), fraction -> {});
                    } catch (BackendException | InterruptedException e) {
                        // nobody is there to be told
                    }
                },
                "killed");
        drawing.setDaemon(true);
        drawing.start();
        await().until(() -> !book.isEmpty());
    }

    /** Counts what it is given to draw. */
    private ImageBackend asked(Loopback server, JobBook noted) {
        OkHttpClient counting = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    String path = chain.request().url().encodedPath();
                    if (path.equals("/prompt") || path.endsWith("/txt2img")) {
                        drawings.incrementAndGet();
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        return server.backend(counting, noted);
    }

    private void hold() throws IOException {
        try {
            buried.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @AfterEach
    void bury() {
        buried.countDown();
        killed.forEach(ImageBackend::close);
    }
}
