package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.limner.conversation.ScriptedBackend;
import dev.limner.image.BackendException.Next;
import dev.limner.prompt.ModelFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that were given work and then are not heard of: one that only cannot be reached works on, and nobody else is
 * given its work; one that has ended is not waited for.
 */
class UnaskedServersTest {
    private final InMemoryJobBook book = new InMemoryJobBook(InstantSource.system());
    private final ScriptedBackend other = SeveralServers.server("other", ModelFamily.SDXL, 0, 1);
    private final CountDownLatch over = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(strings = {"a1111", "sd_cpp_jobs sdxl", "comfyui sdxl"})
    void work_at_a_server_that_cannot_be_reached_for_now_is_given_to_nobody_else(String name) throws Exception {
        try (Loopback server = Loopback.start(name)) {
            beginAndDie(server);
            AtomicBoolean cutOff = new AtomicBoolean(true);
            OkHttpClient distant = new OkHttpClient.Builder()
                    .addInterceptor(chain -> {
                        if (cutOff.get()) {
                            throw new SocketTimeoutException("connect timed out");
                        }
                        return chain.proceed(chain.request());
                    })
                    .build();
            try (Backends anew = backends(server.backend(distant, book))) {
                assertThat(failure(anew).next()).isEqualTo(Next.RESUME);
                assertThat(failure(anew).next()).isEqualTo(Next.RESUME);
                cutOff.set(false);
                over.countDown();

                assertThat(draw(anew).backend()).isEqualTo(server.kind());
            }
            assertThat(other.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1111", "sd_cpp_jobs sdxl", "comfyui sdxl"})
    void work_at_a_server_that_has_ended_is_given_to_the_next_at_once(String name) throws Exception {
        Loopback server = Loopback.start(name);
        beginAndDie(server);
        try (Backends anew = backends(server.backend(new OkHttpClient(), book))) {
            server.close();

            assertThat(draw(anew).backend()).isEqualTo("other");
        }
        assertThat(other.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sd_cpp_jobs sdxl", "comfyui sdxl"})
    void a_server_that_ends_while_it_draws_is_not_waited_for(String name) throws Exception {
        Loopback server = Loopback.start(name);
        OkHttpClient ending = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    if (looks(chain.request().url().encodedPath())) {
                        end(server);
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        try (Backends backends = backends(server.backend(ending, JobBook.NONE))) {
            assertThat(SeveralServers.draw(backends, SeveralServers.ANYTHING).backend())
                    .isEqualTo("other");
        }
        assertThat(other.requests()).hasSize(1);
    }

    /** Begins the work, and its process ends without hearing of it. */
    private void beginAndDie(Loopback server) {
        OkHttpClient deaf = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    String path = chain.request().url().encodedPath();
                    if (path.endsWith("/txt2img") || looks(path)) {
                        hold();
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        ImageBackend backend = server.backend(deaf, book);
        Thread drawing = new Thread(() -> drawUnheard(backend), "killed");
        drawing.setDaemon(true);
        drawing.start();
        await().until(() -> backend.hasBegun(Requests.of("r1").again()));
    }

    private static void drawUnheard(ImageBackend backend) {
        try {
            backend.generate(Requests.of("r1"), fraction -> {});
        } catch (BackendException | InterruptedException e) {
            // nobody is there to be told
        }
    }

    private static boolean looks(String path) {
        return path.startsWith("/history/") || path.contains("/jobs/");
    }

    private static void end(Loopback server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void hold() throws IOException {
        try {
            over.await();
            throw new IOException("the process is dead");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Backends backends(ImageBackend backend) {
        return new Backends(List.of(backend, other), SeveralServers.NEVER, SeveralServers.NEVER);
    }

    private static Backends.Drawn draw(Backends backends) throws BackendException, InterruptedException {
        return backends.draw(SeveralServers.ANYTHING, Requests.of("r1").again(), fraction -> {});
    }

    private static BackendException failure(Backends backends) {
        return Objects.requireNonNull(catchThrowableOfType(BackendException.class, () -> draw(backends)));
    }

    @AfterEach
    void bury() {
        over.countDown();
    }
}
