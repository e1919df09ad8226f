package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.State;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.Picture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that are stopped before they are accepted, while another of their key is being drawn. */
class EarlyStopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final UserRef MIRA = new UserRef(new PlatformId("gateway"), "key/mira");
    private static final String IMG2IMG = "POST /sdapi/v1/img2img";

    @RegisterExtension
    final House house = new House();

    private final CountDownLatch go = new CountDownLatch(1);
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void release() throws Exception {
        go.countDown();
        house.images().release();
        clients.shutdownNow();
        for (Wire wire : wires) {
            wire.close();
        }
    }

    @Test
    void one_that_hangs_up_and_interrupts_while_its_image_is_taken_in_takes_nothing_from_another() throws Exception {
        CompletableFuture<Caller.Answer> other = oneBegun();
        Wire stopped = oneWhoseImageIsTakenIn(2);

        stopped.close();
        awaitHungUp(1);
        interrupt().get(60, TimeUnit.SECONDS);

        onlyTheOtherIsDrawn(other);
    }

    @Test
    void one_that_interrupts_and_hangs_up_while_its_image_is_taken_in_takes_nothing_from_another() throws Exception {
        CompletableFuture<Caller.Answer> other = oneBegun();
        Wire stopped = oneWhoseImageIsTakenIn(2);

        CompletableFuture<Void> interrupt = interrupt();
        await().atMost(PATIENCE).until(() -> house.due() == 1);
        stopped.close();
        interrupt.get(60, TimeUnit.SECONDS);

        onlyTheOtherIsDrawn(other);
    }

    @Test
    void one_that_is_stopped_while_it_stands_in_line_takes_nothing_from_another() throws Exception {
        CompletableFuture<Caller.Answer> other = oneBegun();
        oneWhoseImageIsTakenIn(2);
        oneWhoseImageIsTakenIn(3);
        Wire stopped = send(img2img(4));

        stopped.close();
        awaitHungUp(1);
        interrupt().get(60, TimeUnit.SECONDS);
        house.images().release();
        await().atMost(PATIENCE).until(() -> states().size() == 3);
        go.countDown();

        assertThat(other.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> states().stream().allMatch(State.DONE::equals));
    }

    @Test
    void one_that_is_stopped_while_it_is_being_sent_takes_nothing_from_another() throws Exception {
        CompletableFuture<Caller.Answer> other = oneBegun();
        Wire stopped =
                send((head("img2img", 1000) + "Expect: 100-continue\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(stopped.in().read()).isEqualTo('H');

        stopped.send("{\"prompt\":").close();
        interrupt().get(60, TimeUnit.SECONDS);

        onlyTheOtherIsDrawn(other);
    }

    @Test
    void one_that_is_stopped_while_its_picture_is_sent_takes_nothing_from_another() throws Exception {
        byte[] large = HostileClientsTest.noise();
        house.painter()
                .next((request, progress) ->
                        new GenerationOutcome.Generated(new Picture(large, "image/png", 2048, 2048), List.of()));
        Wire stopped = send(txt2img());
        assertThat(stopped.in().read()).isEqualTo('H');
        CompletableFuture<Caller.Answer> other = oneBegun();

        stopped.close();
        interrupt().get(60, TimeUnit.SECONDS);
        go.countDown();

        assertThat(other.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void an_interrupt_alone_stops_the_one_request_whose_image_is_taken_in() throws Exception {
        Wire stopped = oneWhoseImageIsTakenIn(2);

        interrupt().get(60, TimeUnit.SECONDS);
        house.images().release();

        assertThat(stopped.rest()).startsWith("HTTP/1.1 409 ").contains("interrupted");
        assertThat(house.painter().requests()).isEmpty();
    }

    @Test
    void an_interrupt_alone_stops_what_is_drawn_before_what_is_taken_in() throws Exception {
        CompletableFuture<Caller.Answer> drawn = oneBegun();
        Wire other = oneWhoseImageIsTakenIn(2);

        CompletableFuture<Void> interrupt = interrupt();
        await().atMost(PATIENCE).until(() -> house.due() == 1);
        house.pass(Duration.ofSeconds(1));
        interrupt.get(60, TimeUnit.SECONDS);
        house.images().release();

        assertThat(drawn.get(60, TimeUnit.SECONDS).status()).isEqualTo(409);
        assertThat(other.rest()).startsWith("HTTP/1.1 200 ");
    }

    private CompletableFuture<Caller.Answer> oneBegun() {
        int before = house.painter().requests().size();
        house.painter().next((request, progress) -> {
            go.await();
            return Painter.painted(request);
        });
        CompletableFuture<Caller.Answer> first = CompletableFuture.supplyAsync(
                () -> house.as(House.MIRA).post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\",\"seed\":1}"), clients);
        await().atMost(PATIENCE).until(() -> house.painter().requests().size() == before + 1);
        return first;
    }

    private Wire oneWhoseImageIsTakenIn(int seed) throws Exception {
        int before = house.images().held();
        if (before == 0) {
            house.images().hold();
        }
        Wire wire = send(img2img(seed));
        await().atMost(PATIENCE).until(() -> house.images().held() == before + 1);
        return wire;
    }

    private Wire send(byte[] bytes) throws Exception {
        Wire wire = new Wire(house.address()).send(bytes);
        wires.add(wire);
        return wire;
    }

    private static byte[] img2img(int seed) {
        String image = Base64.getEncoder().encodeToString(Painter.png(96, 96, seed));
        return request("img2img", "{\"prompt\":\"rain\",\"seed\":" + seed + ",\"init_images\":[\"" + image + "\"]}");
    }

    private static byte[] txt2img() {
        return request("txt2img", "{\"prompt\":\"hail\"}");
    }

    private static byte[] request(String path, String body) {
        return (head(path, body.length()) + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(String path, int length) {
        return "POST /sdapi/v1/" + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + House.MIRA
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + length + "\r\n";
    }

    private CompletableFuture<Void> interrupt() {
        return CompletableFuture.runAsync(
                () -> assertThat(house.as(House.MIRA)
                                .post("/sdapi/v1/interrupt", "")
                                .status())
                        .isEqualTo(200),
                clients);
    }

    private void onlyTheOtherIsDrawn(CompletableFuture<Caller.Answer> other) throws Exception {
        house.images().release();
        go.countDown();
        assertThat(other.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(house.as(House.MIRA)
                        .post("/sdapi/v1/txt2img", "{\"prompt\":\"behind it\",\"seed\":9}")
                        .status())
                .isEqualTo(200);
        assertThat(house.painter().requests()).hasSize(2);
    }

    private void awaitHungUp(int times) {
        await().atMost(PATIENCE)
                .until(() -> house.answered().stream()
                                .filter((IMG2IMG + " 499")::equals)
                                .count()
                        == times);
    }

    private List<State> states() {
        return house.kept().illustrations().requestedBy(MIRA, 100).stream()
                .map(Illustration::state)
                .toList();
    }
}
