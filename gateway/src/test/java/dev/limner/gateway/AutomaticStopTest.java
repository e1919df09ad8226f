package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a client of A1111's API looks on, and stops what it asked for. */
class AutomaticStopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final UserRef MIRA = new UserRef(new PlatformId("gateway"), "key/mira");

    @RegisterExtension
    final House house = new House();

    @Test
    void progress_is_that_of_the_keys_own_request() throws Exception {
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        house.painter().next((request, progress) -> {
            progress.onProgress(0.5);
            half.countDown();
            go.await();
            return Painter.painted(request);
        });
        CompletableFuture<Caller.Answer> drawing =
                CompletableFuture.supplyAsync(() -> draw(house.as(House.MIRA), "fog", 1));
        assertThat(half.await(60, TimeUnit.SECONDS)).isTrue();

        JsonNode own = house.as(House.MIRA)
                .get("/sdapi/v1/progress?skip_current_image=true")
                .json();
        JsonNode others = house.as(House.TOBIN).get("/sdapi/v1/progress").json();
        go.countDown();

        assertThat(own.path("progress").asDouble()).isEqualTo(0.5);
        assertThat(own.path("state").path("job_count").asInt()).isEqualTo(1);
        assertThat(others.path("progress").asDouble()).isZero();
        assertThat(others.path("state").path("job_count").asInt()).isZero();
        assertThat(drawing.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void an_interrupt_stops_the_keys_own_request_and_no_others() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        Painter.Turn waits = (request, progress) -> {
            begun.countDown();
            go.await();
            return Painter.painted(request);
        };
        house.painter().next(waits);
        house.painter().next(waits);
        CompletableFuture<Caller.Answer> miras =
                CompletableFuture.supplyAsync(() -> draw(house.as(House.MIRA), "fog", 1));
        CompletableFuture<Caller.Answer> tobins =
                CompletableFuture.supplyAsync(() -> draw(house.as(House.TOBIN), "rain", 2));
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        Caller.Answer interrupt = house.as(House.MIRA).post("/sdapi/v1/interrupt", "");
        Caller.Answer interrupted = miras.get(60, TimeUnit.SECONDS);
        go.countDown();

        assertThat(interrupt.status()).isEqualTo(200);
        assertThat(interrupted.status()).isEqualTo(409);
        assertThat(interrupted.json().path("error").asText()).isEqualTo("Interrupted");
        assertThat(tobins.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void a_client_that_hangs_up_and_interrupts_stops_what_was_begun_for_it() {
        CountDownLatch go = waitingPainter();
        Call call = hanging("fog");
        await().atMost(PATIENCE).until(() -> house.painter().requests().size() == 1);

        call.cancel();
        interrupt();

        await().atMost(PATIENCE).until(() -> states().equals(List.of(State.CANCELLED)));
        go.countDown();
    }

    @Test
    void one_that_hangs_up_and_interrupts_while_it_waits_takes_nothing_from_another_of_its_key() throws Exception {
        CountDownLatch go = waitingPainter();
        CompletableFuture<Caller.Answer> first = oneBegunAndOneThatHungUp();

        interrupt();
        go.countDown();

        assertThat(first.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void an_interrupt_long_after_a_hang_up_is_meant_for_what_is_under_way() throws Exception {
        CountDownLatch go = waitingPainter();
        CompletableFuture<Caller.Answer> first = oneBegunAndOneThatHungUp();
        house.pass(Duration.ofSeconds(3));

        interrupt();

        assertThat(first.get(60, TimeUnit.SECONDS).status()).isEqualTo(409);
        go.countDown();
    }

    @Test
    void an_interrupt_that_was_spent_on_a_hang_up_leaves_the_next_one_for_what_is_under_way() throws Exception {
        CountDownLatch go = waitingPainter();
        CompletableFuture<Caller.Answer> first = oneBegunAndOneThatHungUp();

        interrupt();
        assertThat(states()).containsOnlyOnce(State.CANCELLED);
        interrupt();

        assertThat(first.get(60, TimeUnit.SECONDS).status()).isEqualTo(409);
        go.countDown();
    }

    @Test
    void one_that_interrupts_before_it_hangs_up_takes_nothing_from_another_of_its_key() throws Exception {
        CountDownLatch go = waitingPainter();
        CompletableFuture<Caller.Answer> first = oneBegun();
        Call second = hanging("rain");
        await().atMost(PATIENCE).until(() -> states().size() == 2);

        CompletableFuture<Void> interrupt = CompletableFuture.runAsync(this::interrupt);
        await().atMost(PATIENCE).until(() -> house.due() == 1);
        second.cancel();
        interrupt.get(60, TimeUnit.SECONDS);

        assertThat(states()).containsOnlyOnce(State.CANCELLED);
        house.pass(Duration.ofSeconds(1));
        go.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void an_interrupt_after_which_nobody_hangs_up_is_soon_meant_for_the_oldest() throws Exception {
        CountDownLatch go = waitingPainter();
        CompletableFuture<Caller.Answer> first = oneBegun();
        CompletableFuture<Caller.Answer> second =
                CompletableFuture.supplyAsync(() -> draw(house.as(House.MIRA), "rain", 2));
        await().atMost(PATIENCE).until(() -> states().size() == 2);

        CompletableFuture<Void> interrupt = CompletableFuture.runAsync(this::interrupt);
        await().atMost(PATIENCE).until(() -> house.due() == 1);
        house.pass(Duration.ofSeconds(1));
        interrupt.get(60, TimeUnit.SECONDS);

        assertThat(first.get(60, TimeUnit.SECONDS).status()).isEqualTo(409);
        go.countDown();
        assertThat(second.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void two_that_hang_up_and_interrupt_one_after_another_take_nothing_from_a_third() throws Exception {
        CountDownLatch go = waitingPainter();
        CompletableFuture<Caller.Answer> first = oneBegun();
        List<Call> others = List.of(hanging("rain"), hanging("hail"));
        await().atMost(PATIENCE).until(() -> states().size() == 3);
        others.forEach(Call::cancel);
        await().atMost(PATIENCE)
                .until(() -> states().stream().filter(s -> s == State.CANCELLED).count() == 2);

        interrupt();
        interrupt();
        go.countDown();

        assertThat(first.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    private CompletableFuture<Caller.Answer> oneBegun() {
        CompletableFuture<Caller.Answer> first =
                CompletableFuture.supplyAsync(() -> draw(house.as(House.MIRA), "fog", 1));
        await().atMost(PATIENCE).until(() -> house.painter().requests().size() == 1);
        return first;
    }

    private CompletableFuture<Caller.Answer> oneBegunAndOneThatHungUp() {
        CompletableFuture<Caller.Answer> first = oneBegun();
        Call second = hanging("rain");
        await().atMost(PATIENCE).until(() -> states().size() == 2);
        second.cancel();
        await().atMost(PATIENCE).until(() -> states().contains(State.CANCELLED));
        return first;
    }

    private void interrupt() {
        house.as(House.MIRA).post("/sdapi/v1/interrupt", "");
    }

    private CountDownLatch waitingPainter() {
        CountDownLatch go = new CountDownLatch(1);
        house.painter().next((request, progress) -> {
            go.await();
            return Painter.painted(request);
        });
        return go;
    }

    private Call hanging(String prompt) {
        Caller mira = house.as(House.MIRA);
        Call call = mira.call(mira.to("/sdapi/v1/txt2img")
                .header("Connection", "close")
                .post(Caller.body("{\"prompt\":\"" + prompt + "\"}"))
                .build());
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call gone, java.io.IOException e) {}

            @Override
            public void onResponse(Call answered, Response response) {
                response.close();
            }
        });
        return call;
    }

    private List<State> states() {
        return house.kept().illustrations().requestedBy(MIRA, 100).stream()
                .map(Illustration::state)
                .toList();
    }

    private static Caller.Answer draw(Caller caller, String prompt, long seed) {
        return caller.post("/sdapi/v1/txt2img", "{\"prompt\":\"" + prompt + "\",\"seed\":" + seed + "}");
    }
}
