package dev.limner.image;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limner.conversation.ScriptedBackend;
import dev.limner.image.BackendException.Next;
import dev.limner.image.Backends.Drawn;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.prompt.ModelFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;

/** Several servers of which each does what it is told. */
abstract class SeveralServers {
    static final Need ANYTHING = Need.of(null, null);
    static final Duration NEVER = Duration.ofDays(1);
    static final Duration SOON = Duration.ofMillis(20);

    final ScriptedBackend text = server("a1111", ModelFamily.SDXL, 0, 1);
    final ScriptedBackend faces = server("comfyui", ModelFamily.FLUX2_DEV, 4, 1);
    final List<Backends> opened = new ArrayList<>();

    Backends backends(ImageBackend... servers) {
        return opened(new Backends(List.of(servers), NEVER, NEVER));
    }

    /** With looks at each every so often. */
    Backends watched(ImageBackend... servers) {
        return opened(new Backends(List.of(servers), SOON, SOON));
    }

    Backends opened(Backends backends) {
        opened.add(backends);
        return backends;
    }

    static Drawn draw(Backends backends, Need need) throws BackendException, InterruptedException {
        return backends.draw(need, Requests.of("r1"), fraction -> {});
    }

    static FutureTask<Drawn> start(Backends backends, Need need) {
        FutureTask<Drawn> task = new FutureTask<>(() -> draw(backends, need));
        new Thread(task, "drawing").start();
        return task;
    }

    static BackendException failure(Backends backends) {
        return catchThrowableOfType(BackendException.class, () -> draw(backends, ANYTHING));
    }

    static List<String> notes(Drawn drawn) {
        return ((Generated) drawn.outcome()).notes();
    }

    static ScriptedBackend.Turn failing(Next next, @org.jspecify.annotations.Nullable Duration retryAfter) {
        return progress -> {
            throw new BackendException("It went wrong.", "detail", next, retryAfter, null);
        };
    }

    static ScriptedBackend.Turn held(CountDownLatch latch) {
        return progress -> {
            latch.await();
            return ScriptedBackend.drawn();
        };
    }

    static ScriptedBackend server(String name, ModelFamily family, int references, int concurrency) {
        ReferenceAbility ability =
                references == 0 ? ReferenceAbility.none("text only") : ReferenceAbility.numbers(references, "so many");
        return new ScriptedBackend(name, new BackendProfile(family, family.id(), ability, concurrency));
    }

    @AfterEach
    void close() {
        opened.forEach(Backends::close);
    }
}
