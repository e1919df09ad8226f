package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WaitingTest {
    private static final UserRef MIRA = new UserRef(new PlatformId("gateway"), "key/mira");

    @RegisterExtension
    final House house = new House();

    private final CountDownLatch go = new CountDownLatch(1);
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void release() {
        go.countDown();
        clients.shutdownNow();
    }

    @Test
    void a_client_that_hangs_up_takes_back_what_has_not_begun_and_what_has_is_finished() {
        CountDownLatch begun = waitingPainter();
        Call first = hanging("fog");
        awaitBegun(begun);
        Call second = hanging("rain");
        await().atMost(Duration.ofSeconds(60)).until(() -> illustrations().size() == 2);

        second.cancel();
        await().atMost(Duration.ofSeconds(60)).until(() -> states().contains(State.CANCELLED));
        first.cancel();
        go.countDown();

        await().atMost(Duration.ofSeconds(60)).until(() -> states().equals(List.of(State.CANCELLED, State.DONE)));
        assertThat(house.painter().requests()).hasSize(1);
    }

    @Test
    void the_same_request_under_one_idempotency_key_is_drawn_once_and_gives_the_same_picture() {
        Caller.Answer first = once("a", "{\"prompt\":\"fog\",\"n\":2}");
        Caller.Answer again = once("a", "{\"prompt\":\"fog\",\"n\":2}");
        Caller.Answer other = once("b", "{\"prompt\":\"fog\",\"n\":2}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.body()).isNotEqualTo(first.body());
        assertThat(house.painter().requests()).hasSize(4);
    }

    @Test
    void it_gives_the_same_picture_after_a_restart() throws Exception {
        Caller.Answer first = once("a", "{\"prompt\":\"fog\"}");
        house.stop();
        house.start();

        assertThat(once("a", "{\"prompt\":\"fog\"}").body()).isEqualTo(first.body());
        assertThat(house.painter().requests()).hasSize(1);
    }

    @Test
    void what_was_accepted_when_the_process_ended_is_drawn_after_the_start_and_handed_to_whoever_asks_again()
            throws Exception {
        CountDownLatch begun = waitingPainter();
        CompletableFuture<Caller.Answer> lost = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return once("a", "{\"prompt\":\"fog\"}");
                    } catch (java.io.UncheckedIOException hungUp) {
                        return new Caller.Answer(0, okhttp3.Headers.of(), new byte[0]);
                    }
                },
                clients);
        awaitBegun(begun);
        house.stop();
        assertThat(lost.get(60, TimeUnit.SECONDS).status()).isZero();
        house.start();

        Caller.Answer again = once("a", "{\"prompt\":\"fog\"}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(illustrations()).hasSize(1);
    }

    @Test
    void many_who_send_it_at_once_get_one_picture() throws Exception {
        CountDownLatch begun = waitingPainter();
        hanging("something else");
        awaitBegun(begun);
        CyclicBarrier together = new CyclicBarrier(8);
        List<CompletableFuture<Caller.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> {
                        arrive(together);
                        return once("a", "{\"prompt\":\"fog\"}");
                    },
                    clients));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> illustrations().size() == 2);
        go.countDown();

        byte[] picture = answers.get(0).get(60, TimeUnit.SECONDS).body();
        for (CompletableFuture<Caller.Answer> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThat(answer.get().body()).isEqualTo(picture);
        }
        assertThat(house.painter().requests()).hasSize(2);
        assertThat(illustrations()).hasSize(2);
    }

    @Test
    void another_request_under_a_used_key_is_refused() {
        once("a", "{\"prompt\":\"fog\"}");

        Caller.Answer other = once("a", "{\"prompt\":\"rain\"}");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("error").path("message").asText()).contains("Idempotency-Key");
    }

    @Test
    void an_empty_idempotency_key_is_none() {
        once("", "{\"prompt\":\"fog\"}");

        assertThat(once("", "{\"prompt\":\"rain\"}").status()).isEqualTo(200);
        assertThat(once(" ", "{\"prompt\":\"hail\"}").status()).isEqualTo(200);
    }

    @Test
    void what_is_stored_is_handed_out_again_also_when_its_model_is_offered_no_more() {
        String body = "{\"prompt\":\"fog\",\"model\":\"wall-model\"}";
        Caller.Answer first = once("a", body);
        house.second().unreachable(true);
        await().atMost(Duration.ofSeconds(60)).until(() -> once("b", body).status() == 404);

        assertThat(once("a", body).status()).isEqualTo(200);
        assertThat(once("a", body).body()).isEqualTo(first.body());
    }

    @Test
    void one_keys_idempotency_keys_mean_nothing_to_another() {
        once("a", "{\"prompt\":\"fog\"}");
        Caller tobin = house.as(House.TOBIN);

        Caller.Answer other = tobin.send(tobin.to("/v1/images/generations")
                .header("Idempotency-Key", "a")
                .post(Caller.body("{\"prompt\":\"rain\"}"))
                .build());

        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void what_failed_under_an_idempotency_key_is_tried_again() {
        house.failForGood("The server stumbled.", "500");

        assertThat(once("a", "{\"prompt\":\"fog\"}").status()).isEqualTo(500);
        assertThat(once("a", "{\"prompt\":\"fog\"}").status()).isEqualTo(200);
    }

    @Test
    void more_than_one_key_may_have_waiting_is_refused_and_nothing_is_lost() throws Exception {
        waitingPainter();
        List<CompletableFuture<Caller.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            int number = i;
            answers.add(CompletableFuture.supplyAsync(
                    () -> house.as(House.MIRA)
                            .post("/sdapi/v1/txt2img", "{\"prompt\":\"fog " + number + "\",\"seed\":" + number + "}"),
                    clients));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> answers.stream().filter(CompletableFuture::isDone).count() >= 54);
        go.countDown();

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Caller.Answer answer = answers.get(i).get(60, TimeUnit.SECONDS);
            statuses.add(answer.status());
            if (answer.status() == 200) {
                assertThat(answer.image(0)).isEqualTo(Painter.png(64, 64, i));
            } else {
                assertThat(answer.headers().get("Retry-After")).isNotNull();
            }
        }
        assertThat(statuses).containsOnly(200, 429);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(10);
    }

    @Test
    void sixty_four_clients_at_once_each_get_their_own_picture() throws Exception {
        List<CompletableFuture<Caller.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            int number = i;
            answers.add(CompletableFuture.supplyAsync(() -> patiently(number), clients));
        }

        for (int i = 0; i < 64; i++) {
            assertThat(answers.get(i).get(90, TimeUnit.SECONDS).image(0)).isEqualTo(Painter.png(64, 64, 1000 + i));
        }
    }

    @Test
    void a_key_that_asks_for_much_does_not_keep_another_waiting() throws Exception {
        CountDownLatch begun = waitingPainter();
        for (int i = 0; i < 5; i++) {
            hanging("fog " + i);
        }
        awaitBegun(begun);

        Caller.Answer tobins = house.as(House.TOBIN).post("/sdapi/v1/txt2img", "{\"prompt\":\"rain\"}");

        assertThat(tobins.status()).isEqualTo(200);
    }

    /** As clients do that know the limit: waits and asks again. */
    private Caller.Answer patiently(int number) {
        String key = List.of(House.MIRA, House.TOBIN, House.GUILD).get(number % 3);
        while (true) {
            Caller.Answer answer =
                    house.as(key).post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\",\"seed\":" + (1000 + number) + "}");
            if (answer.status() != 429) {
                return answer;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private CountDownLatch waitingPainter() {
        CountDownLatch begun = new CountDownLatch(1);
        house.painter().next((request, progress) -> {
            begun.countDown();
            go.await();
            return Painter.painted(request);
        });
        return begun;
    }

    private Call hanging(String prompt) {
        Caller mira = house.as(House.MIRA);
        Call call = mira.call(mira.to("/sdapi/v1/txt2img")
                .post(Caller.body("{\"prompt\":\"" + prompt + "\"}"))
                .build());
        call.enqueue(new Nobody());
        return call;
    }

    private Caller.Answer once(String key, String body) {
        Caller mira = house.as(House.MIRA);
        return mira.send(mira.to("/v1/images/generations")
                .header("Idempotency-Key", key)
                .post(Caller.body(body))
                .build());
    }

    private static void arrive(CyclicBarrier together) {
        try {
            together.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitBegun(CountDownLatch begun) {
        await().atMost(Duration.ofSeconds(60)).until(() -> begun.getCount() == 0);
    }

    private List<Illustration> illustrations() {
        return house.kept().illustrations().requestedBy(MIRA, 100);
    }

    private List<State> states() {
        return illustrations().stream().map(Illustration::state).toList();
    }

    private static final class Nobody implements Callback {
        @Override
        public void onFailure(Call call, java.io.IOException e) {}

        @Override
        public void onResponse(Call call, Response response) {
            response.close();
        }
    }
}
