package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.gateway.api.Apis;
import dev.limner.gateway.http.Answered;
import dev.limner.gateway.http.Answering;
import dev.limner.gateway.http.Reply;
import dev.limner.gateway.http.Request;
import dev.limner.gateway.http.Route;
import dev.limner.gateway.http.Server;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images take long to take in, and whoever sends many of them waits for it alone. */
class IntakeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> JSON = List.of("application/json");
    private static final int WITH_IMAGES = 20_000_000;

    private final CountDownLatch go = new CountDownLatch(1);
    private final List<String> takenIn = new CopyOnWriteArrayList<>();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final List<CompletableFuture<Caller.Answer>> answers = new ArrayList<>();
    private Server server;

    @BeforeEach
    void open() throws Exception {
        GatewaySettings settings = new GatewaySettings(
                InetAddress.getByName("127.0.0.1"),
                0,
                List.of(new GatewayKey("mira", House.MIRA, null), new GatewayKey("tobin", House.TOBIN, null)));
        server = new Server(settings, House.LIMITS, Apis::refused, Answered.UNHEARD);
        server.start(List.of(
                new Route("POST", "/image", JSON, WITH_IMAGES, this::takeIn),
                new Route("GET", "/asked", List.of(), 1_000, request -> answer())));
    }

    @AfterEach
    void close() {
        go.countDown();
        clients.shutdownNow();
        server.close();
    }

    @Test
    void others_are_answered_and_their_images_taken_in_meanwhile() {
        send(House.MIRA, 12);
        await().atMost(PATIENCE).until(() -> takenIn.size() == 2);

        assertThat(as(House.TOBIN).get("/asked").status()).isEqualTo(200);
        assertThat(as(House.MIRA).get("/asked").status()).isEqualTo(200);
        send(House.TOBIN, 1);
        await().atMost(PATIENCE).until(() -> takenIn.contains("tobin"));
        assertThat(takenIn).containsExactly("mira", "mira", "tobin");
    }

    @Test
    void those_in_line_are_taken_in_one_after_another_and_what_is_too_much_is_told_to_come_again() throws Exception {
        send(House.MIRA, 20);
        await().atMost(PATIENCE)
                .until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 8);
        go.countDown();

        for (CompletableFuture<Caller.Answer> answer : answers) {
            answer.get(60, TimeUnit.SECONDS);
        }
        assertThat(answers.stream().filter(a -> a.join().status() == 200)).hasSize(12);
        assertThat(answers.stream().map(CompletableFuture::join).filter(a -> a.status() == 429))
                .hasSize(8)
                .allSatisfy(a -> assertThat(a.headers().get("Retry-After")).isNotNull());
    }

    @Test
    void what_is_to_be_done_later_is_done_by_a_worker() throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();

        server.later(
                Duration.ofMillis(1),
                () -> thread.complete(Thread.currentThread().getName()));

        assertThat(thread.get(60, TimeUnit.SECONDS)).startsWith("gateway-work");
    }

    private void send(String key, int times) {
        for (int i = 0; i < times; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> as(key).post("/image", "{}"), clients));
        }
    }

    private Caller as(String key) {
        return new Caller(server.address(), "Bearer " + key);
    }

    private Answering takeIn(Request request) {
        takenIn.add(request.caller().name());
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer();
    }

    private static Answering answer() {
        return Answering.now(Reply.json(200, "{}".getBytes(StandardCharsets.UTF_8)));
    }
}
