package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.image.GenerationOutcome.Generated;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every backend does, whatever draws. A backend's test extends this and says how to make one; servers that it
 * starts for that it closes itself.
 */
public abstract class ImageBackendContract {
    /** Threads that libraries share among all their users, and end by themselves. */
    private static final List<String> SHARED =
            List.of("OkHttp", "Okio", "MockWebServer", "Java2D", "AWT", "Image ", "awaitility", "junit");

    /** A new backend that draws at once; the contract closes it. */
    protected abstract ImageBackend backend() throws Exception;

    /** A backend whose next picture is not finished by itself, when there is a server that can be that slow. */
    protected Optional<SlowBackend> slowBackend() throws Exception {
        return Optional.empty();
    }

    /** A backend with a look at its server. */
    protected interface SlowBackend {
        ImageBackend backend();

        /** Whether the server works on a picture now. */
        boolean isDrawing();
    }

    @Test
    void a_picture_is_of_the_type_and_size_that_it_says() throws Exception {
        try (ImageBackend backend = backend()) {
            Picture picture = draw(backend, Requests.of("r1"));

            Picture checked = PictureCheck.of(picture.bytes());
            assertThat(picture.mediaType()).isEqualTo(checked.mediaType());
            assertThat(picture.width()).isEqualTo(checked.width()).isPositive();
            assertThat(picture.height()).isEqualTo(checked.height()).isPositive();
        }
    }

    @Test
    void progress_stays_between_0_and_1_and_never_falls() throws Exception {
        List<Double> told = new ArrayList<>();
        try (ImageBackend backend = backend()) {
            backend.generate(Requests.of("r1"), told::add);
        }
        assertThat(told).allSatisfy(fraction -> assertThat(fraction).isBetween(0.0, 1.0));
        assertThat(told).isSorted();
    }

    @Test
    void the_same_request_can_be_drawn_again() throws Exception {
        try (ImageBackend backend = backend()) {
            draw(backend, Requests.of("r1"));
            draw(backend, Requests.of("r1"));
        }
    }

    @Test
    void several_threads_may_draw_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (ImageBackend backend = backend()) {
            List<Callable<Picture>> tasks = IntStream.range(0, 4)
                    .<Callable<Picture>>mapToObj(i -> () -> draw(backend, Requests.of("r" + i)))
                    .toList();
            for (Future<Picture> picture : threads.invokeAll(tasks)) {
                assertThat(picture.get().bytes()).isNotEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_profile_says_what_can_be_asked_for() throws Exception {
        try (ImageBackend backend = backend()) {
            BackendProfile profile = backend.profile();

            assertThat(backend.name()).matches("[a-z0-9]+");
            assertThat(profile.model()).isNotBlank();
            assertThat(profile.faces()).isNotNegative();
            assertThat(profile.styles()).isNotNegative();
            assertThat(profile.concurrency()).isPositive();
        }
    }

    @Test
    void a_backend_that_works_says_so_and_has_nothing_to_fix() throws Exception {
        try (ImageBackend backend = backend()) {
            Diagnosis diagnosis = backend.diagnose();

            assertThat(diagnosis.works()).isTrue();
            assertThat(diagnosis.findings()).isNotEmpty();
            assertThat(diagnosis.fixes()).isEmpty();
        }
    }

    @Test
    void an_operator_is_told_what_draws_how_much_text_it_reads_and_which_references_it_takes() throws Exception {
        try (ImageBackend backend = backend()) {
            BackendProfile profile = backend.profile();
            List<String> findings = backend.diagnose().findings();

            assertThat(findings)
                    .anyMatch(line -> line.startsWith("model: " + profile.model()))
                    .anyMatch(line -> line.matches(
                            "prompt: up to " + profile.family().limit() + " (tokens|characters), read by .+"))
                    .contains("references: " + profile.references().describe());
        }
    }

    @Test
    void references_that_it_cannot_take_are_named_with_the_reason_and_the_others_are_taken() throws Exception {
        try (ImageBackend backend = backend()) {
            BackendProfile profile = backend.profile();

            String notes = notes(backend, Requests.withReferences("r1"));

            assertThat(notes.contains("not used: face mira: "))
                    .as("mira is not used")
                    .isEqualTo(profile.faces() == 0);
            int room = profile.references().together().most() - Math.min(1, profile.faces());
            assertThat(notes.contains("not used: style inkwash: "))
                    .as("inkwash is not used")
                    .isEqualTo(profile.styles() == 0 || room < 1);
        }
    }

    @Test
    void the_heaviest_of_too_many_references_are_used_and_each_of_the_rest_is_named() throws Exception {
        try (ImageBackend backend = backend()) {
            ReferenceAbility ability = backend.profile().references();
            int taken = Math.min(ability.faces().most(), ability.together().most());
            Assumptions.assumeTrue(taken < Requests.MANY, "takes more than " + Requests.MANY);

            String notes = notes(backend, Requests.withManyFaces("r1"));

            for (int i = 1; i <= Requests.MANY; i++) {
                boolean unused = notes.contains("not used: face face" + i + ": ");
                assertThat(unused).as("face%d is not used", i).isEqualTo(i > taken);
            }
        }
    }

    @Test
    void hostile_prompts_are_drawn_like_any_other() throws Exception {
        List<String> prompts = List.of(
                "",
                "\0\u0001\u001b[31m\u007f\u0085\u202e bells \uffff",
                "lone \ud83d and \udc00 halves",
                "tall ".repeat(20_000),
                "<lora:x".repeat(10_000),
                "((((".repeat(5_000) + "\"}],{\\u0000",
                "<script>alert(1)</script> & &amp; %s %n ${x} {a|b} __c__");
        try (ImageBackend backend = backend()) {
            for (String prompt : prompts) {
                assertThat(draw(backend, Requests.of("r1", prompt)).bytes()).isNotEmpty();
            }
        }
    }

    @Test
    void an_interrupted_thread_draws_nothing() throws Exception {
        try (ImageBackend backend = backend()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> backend.generate(Requests.of("r1"), fraction -> {}))
                    .isInstanceOf(InterruptedException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void an_interruption_ends_a_picture_under_way_and_the_work_at_the_server() throws Exception {
        Optional<SlowBackend> slow = slowBackend();
        Assumptions.assumeTrue(slow.isPresent(), "nothing here is slow");
        try (ImageBackend backend = slow.get().backend()) {
            FutureTask<GenerationOutcome> drawing =
                    new FutureTask<>(() -> backend.generate(Requests.of("r1"), fraction -> {}));
            Thread thread = new Thread(drawing, "drawing");
            thread.start();
            await().until(slow.get()::isDrawing);

            thread.interrupt();

            assertThatThrownBy(drawing::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
            await().until(() -> !slow.get().isDrawing());
        }
    }

    @Test
    void closing_leaves_no_thread_behind() throws Exception {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        try (ImageBackend backend = backend()) {
            draw(backend, Requests.of("r1"));
        }
        await().untilAsserted(() -> assertThat(ownThreads().filter(thread -> !before.contains(thread)))
                .isEmpty());
    }

    protected static Picture draw(ImageBackend backend, GenerationRequest request)
            throws BackendException, InterruptedException {
        GenerationOutcome outcome = backend.generate(request, fraction -> {});
        assertThat(outcome).isInstanceOf(Generated.class);
        return ((Generated) outcome).picture();
    }

    private static String notes(ImageBackend backend, GenerationRequest request)
            throws BackendException, InterruptedException {
        Generated generated = (Generated) backend.generate(request, fraction -> {});
        return String.join("\n", generated.notes()).toLowerCase(Locale.ROOT);
    }

    private static Stream<Thread> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread -> SHARED.stream().noneMatch(thread.getName()::startsWith));
    }
}
