package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.avatar.AvatarKind;
import dev.limner.gateway.api.Apis;
import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Models;
import dev.limner.gateway.desk.Upload;
import dev.limner.gateway.desk.Wish;
import dev.limner.gateway.http.Answered;
import dev.limner.gateway.http.Answering;
import dev.limner.gateway.http.Limits;
import dev.limner.gateway.http.Reply;
import dev.limner.gateway.http.Route;
import dev.limner.gateway.http.Server;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.Picture;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What large bodies may cost, and for how long. */
class LargeBodiesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BODY = "{\"prompt\":\"" + "fog ".repeat(150_000) + "\"}";
    /** Room for one such body. */
    private static final Limits NARROW =
            new Limits(8, 1_000_000, PATIENCE, PATIENCE, PATIENCE, Duration.ofSeconds(5), PATIENCE);

    @RegisterExtension
    final House house = new House();

    @Test
    void a_body_is_let_go_of_while_its_answer_is_waited_for() throws Exception {
        CompletableFuture<WeakReference<byte[]>> body = new CompletableFuture<>();
        try (Server server = serving(request -> {
            body.complete(new WeakReference<>(request.body()));
            return new Answering(new CompletableFuture<>());
        })) {
            try (Wire wire = new Wire(server.address())) {
                wire.send(
                        "POST /asked HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                + BODY.length() + "\r\n\r\n" + BODY);

                assertGone(body.get());
            }
        }
    }

    @Test
    void an_image_that_came_with_a_wish_is_let_go_of_while_it_is_drawn() throws Exception {
        CountDownLatch drawn = new CountDownLatch(1);
        house.painter().next((request, progress) -> {
            drawn.await();
            return Painter.painted(request);
        });
        Desk desk = new Desk(house.studio(), new Models(house.studio()), new Random(3), house::later);
        dev.limner.gateway.desk.Caller mira = dev.limner.gateway.desk.Caller.of("mira", null);

        Ordered ordered = ordered(desk, mira);

        assertGone(ordered.image());
        assertThat(desk.underWay(mira)).hasSize(1);
        drawn.countDown();
        await().atMost(PATIENCE).until(() -> desk.underWay(mira).isEmpty());
        assertThat(ordered.job().illustrations()).hasSize(1);
    }

    @Test
    void a_request_for_which_memory_does_not_suffice_is_answered_and_takes_no_room_from_the_next() throws Exception {
        try (Server server = serving(request -> {
            throw new OutOfMemoryError("as a test has it");
        })) {
            Caller here = new Caller(server.address(), null);

            assertThat(here.post("/asked", BODY).status()).isEqualTo(500);
            assertThat(here.post("/asked", BODY).status()).isEqualTo(500);
        }
    }

    @Test
    void a_body_for_which_memory_does_not_suffice_is_answered() throws Exception {
        int longest = Integer.MAX_VALUE;
        try (Server server = serving(request -> Answering.now(Reply.json(200, new byte[0])), longest)) {
            try (Wire wire = new Wire(server.address())) {
                wire.send("POST /asked HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + longest + "\r\n\r\n" + BODY);

                assertThat(new BufferedReader(new InputStreamReader(wire.in(), StandardCharsets.ISO_8859_1)).readLine())
                        .isEqualTo("HTTP/1.1 503 Service Unavailable");
            }
        }
    }

    @Test
    void a_body_for_which_there_is_no_room_is_read_when_there_is() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (Server server = serving(request -> {
            begun.countDown();
            awaited(go);
            return Answering.now(Reply.json(200, new byte[] {'{', '}'}));
        })) {
            Caller here = new Caller(server.address(), null);
            CompletableFuture<Caller.Answer> first = CompletableFuture.supplyAsync(() -> here.post("/asked", BODY));
            await().atMost(PATIENCE).until(() -> begun.getCount() == 0);
            CompletableFuture<Caller.Answer> second = CompletableFuture.supplyAsync(() -> here.post("/asked", BODY));
            await().atMost(PATIENCE).until(() -> server.clients() == 2);

            assertThat(second).isNotDone();
            go.countDown();

            assertThat(first.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThat(second.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void pictures_of_a_batch_are_let_go_of_while_the_last_is_drawn() throws Exception {
        CompletableFuture<WeakReference<byte[]>> first = new CompletableFuture<>();
        CountDownLatch go = new CountDownLatch(1);
        house.painter().next((request, progress) -> {
            byte[] png = Painter.png(128, 128, 7);
            first.complete(new WeakReference<>(png));
            return new GenerationOutcome.Generated(new Picture(png, "image/png", 128, 128), List.of());
        });
        house.painter().next((request, progress) -> {
            go.await();
            return Painter.painted(request);
        });
        CompletableFuture<Caller.Answer> answer = CompletableFuture.supplyAsync(
                () -> house.as(House.MIRA).post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\",\"n_iter\":2}"));
        await().atMost(PATIENCE).until(() -> house.painter().requests().size() == 2);

        assertGone(first.get());
        go.countDown();

        assertThat(answer.get(60, TimeUnit.SECONDS).image(0)).isEqualTo(Painter.png(128, 128, 7));
        assertThat(answer.get().image(1)).isNotEmpty();
    }

    @Test
    void a_body_of_far_more_values_than_a_request_has_is_refused() {
        Caller mira = house.as(House.MIRA);
        String many = "{},".repeat(30_000) + "{}";

        assertThat(mira.post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\",\"extra\":[" + many + "]}")
                        .status())
                .isEqualTo(422);
        assertThat(mira.post("/sdapi/v1/img2img", "{\"prompt\":\"fog\",\"init_images\":[" + many + "]}")
                        .status())
                .isEqualTo(422);
        assertThat(mira.post("/v1/images/generations", "{\"prompt\":\"fog\",\"extra\":[" + many + "]}")
                        .status())
                .isEqualTo(400);
    }

    private record Ordered(dev.limner.gateway.desk.Job job, WeakReference<byte[]> image) {}

    /** Apart from its test, whose frame would keep hold of the image. */
    @SuppressWarnings("NullAway") // which does not see in a class file that the model may be null
    private static Ordered ordered(Desk desk, dev.limner.gateway.desk.Caller caller) throws Exception {
        byte[] image = Painter.png(96, 96, 0x00ff00);
        Upload upload = new Upload("photo.png", image, AvatarKind.FACE, 1);
        Wish wish = new Wish("fog", "", null, null, null, "", List.of(), 1, List.of(upload), null);
        return new Ordered(desk.order(desk.arrive(caller), wish), new WeakReference<>(image));
    }

    private static Server serving(Route.Endpoint endpoint) throws Exception {
        return serving(endpoint, 1_000_000);
    }

    private static Server serving(Route.Endpoint endpoint, int most) throws Exception {
        GatewaySettings settings = new GatewaySettings(InetAddress.getByName("127.0.0.1"), 0, List.of());
        Server server = new Server(settings, NARROW, Apis::refused, Answered.UNHEARD);
        server.start(List.of(new Route("POST", "/asked", List.of("application/json"), most, endpoint)));
        return server;
    }

    private static void assertGone(WeakReference<byte[]> bytes) {
        await().atMost(PATIENCE).until(() -> {
            System.gc();
            return bytes.get() == null;
        });
    }
}
