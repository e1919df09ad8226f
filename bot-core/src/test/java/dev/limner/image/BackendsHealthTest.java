package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.conversation.ScriptedBackend;
import dev.limner.image.BackendException.Next;
import dev.limner.image.Backends.Drawn;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Servers that fail, are down, come back, or ask for patience. */
class BackendsHealthTest extends SeveralServers {
    @Test
    void a_server_that_keeps_failing_is_left_alone_until_it_is_seen_to_be_well() throws Exception {
        text.failing(2, true).well(false);
        Backends backends = watched(text, faces);
        draw(backends, ANYTHING);
        await().until(() -> draw(backends, ANYTHING).backend().equals("comfyui")
                && backends.likely(ANYTHING).equals("comfyui"));
        int asked = text.requests().size();

        for (int i = 0; i < 3; i++) {
            assertThat(draw(backends, ANYTHING).backend()).isEqualTo("comfyui");
        }
        assertThat(text.requests()).hasSize(asked);

        text.well(true);
        text.next(progress -> ScriptedBackend.drawn());
        await().until(() -> backends.likely(ANYTHING).equals("a1111"));
    }

    @Test
    void a_server_is_seen_to_be_down_before_a_request_finds_out() {
        text.well(false);
        Backends backends = watched(text, faces);

        await().until(() -> backends.likely(ANYTHING).equals("comfyui"));
        assertThat(text.requests()).isEmpty();
    }

    @Test
    void a_server_that_came_back_is_given_one_request_first() throws Exception {
        text.well(false);
        Backends backends = watched(text, faces);
        await().until(() -> backends.likely(ANYTHING).equals("comfyui"));
        CountDownLatch trial = new CountDownLatch(1);
        text.next(held(trial));
        text.well(true);
        await().until(() -> backends.likely(ANYTHING).equals("a1111"));

        FutureTask<Drawn> first = start(backends, ANYTHING);
        await().until(() -> text.underWay() == 1);
        assertThat(draw(backends, ANYTHING).backend()).isEqualTo("comfyui");
        trial.countDown();

        assertThat(first.get().backend()).isEqualTo("a1111");
        assertThat(draw(backends, ANYTHING).backend()).isEqualTo("a1111");
    }

    @Test
    void a_single_server_is_asked_however_often_it_failed() throws Exception {
        text.failing(5, true).well(false);
        Backends backends = backends(text);
        for (int i = 0; i < 5; i++) {
            failure(backends);
        }

        assertThat(draw(backends, ANYTHING).backend()).isEqualTo("a1111");
        assertThat(text.requests()).hasSize(6);
    }

    @Test
    void a_server_that_does_not_answer_is_not_waited_for_by_one_after_another() {
        text.silent();
        Backends backends = backends(text);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> backends.best(ANYTHING)).isInstanceOf(BackendException.class);
            assertThat(backends.likely(ANYTHING)).isEqualTo("a1111");
        }

        assertThat(text.asked()).isEqualTo(1);
    }

    @Test
    void a_server_that_asks_for_patience_is_left_alone_meanwhile() throws Exception {
        text.next(failing(Next.AGAIN, Duration.ofHours(1)));
        Backends backends = backends(text, faces);
        draw(backends, ANYTHING);

        Drawn drawn = draw(backends, ANYTHING);

        assertThat(drawn.backend()).isEqualTo("comfyui");
        assertThat(notes(drawn)).containsExactly("Drawn by comfyui: a1111 cannot be used at the moment.");
        assertThat(text.requests()).hasSize(1);
    }
}
