package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.gateway.api.Apis;
import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Models;
import dev.limner.gateway.http.Limits;
import dev.limner.gateway.http.Route;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class HostileClientsTest {
    private static final String HEAD = "POST /sdapi/v1/txt2img HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
            + House.MIRA + "\r\nContent-Type: application/json\r\n";

    /** Whoever is slower than this is let go. */
    private static final Limits HASTY = new Limits(
            64,
            64L << 20,
            Duration.ofMillis(700),
            Duration.ofMillis(700),
            Duration.ofMillis(700),
            Duration.ofSeconds(5),
            Duration.ofMillis(700));

    @RegisterExtension
    final House house = new House();

    @RegisterExtension
    final House hasty = new House(true, HASTY);

    @Test
    void a_body_of_200_megabytes_is_refused_before_it_is_read() {
        Caller mira = house.as(House.MIRA);

        Caller.Answer answer = mira.send(
                mira.to("/sdapi/v1/txt2img").post(zeros(200 << 20, true)).build());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("errors").asText()).contains("at most");
    }

    @TestFactory
    Stream<DynamicTest> a_body_of_200_megabytes_is_refused_by_its_head_wherever_it_is_sent() {
        return everywhere((route, head, wire) -> wire.send(head + "Content-Length: 209715200\r\n\r\n"));
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_does_not_say_how_long_it_is_is_refused_wherever_it_becomes_too_long() {
        return everywhere((route, head, wire) -> {
            int size = route.most() + 1;
            wire.send(head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(size) + "\r\n")
                    .send(new byte[size]);
        });
    }

    private interface Sending {
        void send(Route route, String head, Wire wire) throws Exception;
    }

    private Stream<DynamicTest> everywhere(Sending sending) {
        Models models = new Models(house.studio());
        Desk desk = new Desk(house.studio(), models, new Random(1), house::later);
        return Apis.routes(house.studio(), desk, models, Runnable::run, null).stream()
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
                    String type = route.accepts().isEmpty()
                            ? "application/json"
                            : route.accepts().get(0) + "; boundary=b";
                    String head = route.method() + " " + route.path().replace("*", "mira")
                            + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + House.MIRA + "\r\nContent-Type: "
                            + type
                            + "\r\n";
                    try (Wire wire = new Wire(house.address())) {
                        sending.send(route, head, wire);
                        // no more of it, since the rest of the body is waited for
                        assertThat(new String(wire.in().readNBytes(13), StandardCharsets.ISO_8859_1))
                                .isEqualTo("HTTP/1.1 413 ");
                    }
                }));
    }

    @Test
    void a_stranger_with_a_large_body_reads_that_they_may_not_come_in() {
        Caller nobody = house.anonymous();

        Caller.Answer answer = nobody.send(
                nobody.to("/sdapi/v1/img2img").post(zeros(8 << 20, true)).build());

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void half_a_head_half_a_body_and_silence_are_let_go_and_others_are_served_meanwhile() throws Exception {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            wires.add(new Wire(hasty.address()).send("POST /sdapi/v1/txt2i"));
            wires.add(new Wire(hasty.address()).send(HEAD + "Content-Length: 100\r\n\r\n{\"prompt\":"));
            wires.add(new Wire(hasty.address()));
        }

        assertThat(hasty.as(House.TOBIN)
                        .post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\"}")
                        .status())
                .isEqualTo(200);
        for (Wire wire : wires) {
            assertThat(wire.rest()).isEmpty();
            wire.close();
        }
        assertThat(hasty.painter().requests()).hasSize(1);
    }

    @Test
    void a_body_that_drips_is_let_go_even_if_it_never_pauses() throws Exception {
        try (Wire wire = new Wire(hasty.address())) {
            wire.send(HEAD + "Content-Length: 1000000\r\n\r\n");

            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !takes(wire));
        }
    }

    @Test
    void more_connections_than_are_held_are_turned_away_and_the_rest_served() throws Exception {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            wires.add(new Wire(hasty.address()));
        }
        for (Wire wire : wires) {
            wire.close();
        }

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> hasty.as(House.TOBIN).get("/sdapi/v1/options").status() == 200);
    }

    @Test
    void silent_strangers_do_not_keep_out_those_who_have_a_key() throws Exception {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < House.LIMITS.connections(); i++) {
            wires.add(new Wire(house.address()));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> house.gateway().clients() == House.LIMITS.connections());

        assertThat(house.as(House.TOBIN).get("/sdapi/v1/options").status()).isEqualTo(200);
        assertThat(wires.get(0).rest()).isEmpty();
        for (Wire wire : wires) {
            wire.close();
        }
    }

    @Test
    void who_says_nothing_at_first_is_let_go_sooner_than_who_has_asked_before() throws Exception {
        Limits limits = new Limits(
                64,
                64L << 20,
                Duration.ofMillis(200),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30));
        try (House patient = new House(true, limits).open();
                Wire silent = new Wire(patient.address())) {
            assertThat(silent.rest()).isEmpty();
        }
    }

    @Test
    void requests_that_are_sent_without_waiting_for_answers_are_answered_in_their_order() throws Exception {
        String body = "{\"prompt\":\"fog\"}";
        String draw = HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        String ask = "GET /sdapi/v1/samplers HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + House.MIRA
                + "\r\nConnection: close\r\n\r\n";

        String answers = Wire.exchange(house.address(), draw + draw + ask);

        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
        assertThat(answers.indexOf("\"images\"")).isPositive().isLessThan(answers.indexOf("aliases"));
    }

    @Test
    void what_is_sent_behind_a_request_whose_refusal_ends_the_connection_is_not_begun() throws Exception {
        String body = "{\"prompt\":\"fog\"}";
        String lost = "GET /nowhere HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + House.MIRA + "\r\n\r\n";

        String answers =
                Wire.exchange(house.address(), lost + HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answers).contains("404 Not Found").containsIgnoringCase("connection: close");
        await().until(() -> house.gateway().clients() == 0);
        assertThat(house.answered()).containsExactly("none 404");
        assertThat(house.painter().requests()).isEmpty();
    }

    @Test
    void a_reader_that_does_not_read_is_let_go() throws Exception {
        byte[] large = noise();
        hasty.painter()
                .next((request, progress) ->
                        new GenerationOutcome.Generated(new Picture(large, "image/png", 2048, 2048), List.of()));
        String body = "{\"prompt\":\"fog\"}";

        try (Wire wire = new Wire(hasty.address())) {
            wire.send(HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(wire.in().read()).isEqualTo('H');
            // reads no more until the server has given up
            await().atMost(Duration.ofSeconds(60)).until(() -> hasty.gateway().clients() == 0);
            assertThat(wire.in().readAllBytes().length).isLessThan(large.length);
        } catch (IOException reset) {
            assertThat(hasty.gateway().clients()).isZero();
        }
    }

    @Test
    void what_is_no_http_is_answered_or_dropped_and_hurts_nobody() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[200];
            random.nextBytes(bytes);
            try (Wire wire = new Wire(hasty.address())) {
                wire.send(bytes).send("\r\n\r\n");
                String answer = wire.rest();
                assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4")).isTrue();
            } catch (IOException reset) {
                assertThat(reset).hasMessageContaining("reset");
            }
        }

        assertThat(house.as(House.MIRA).get("/sdapi/v1/options").status()).isEqualTo(200);
    }

    @Test
    void a_header_without_end_and_a_chunk_that_is_none_are_refused() throws Exception {
        String endless = Wire.exchange(
                house.address(), "GET /v1/models HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n");
        String chunk = Wire.exchange(house.address(), HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");

        assertThat(endless).startsWith("HTTP/1.1 4");
        assertThat(chunk).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void two_lengths_of_one_body_are_refused() throws Exception {
        String answer = Wire.exchange(
                house.address(), HEAD + "Content-Length: 2\r\nContent-Length: 20\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    private static boolean takes(Wire wire) {
        try {
            wire.send(" ");
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    static byte[] noise() throws IOException {
        Random random = new Random(3);
        java.awt.image.BufferedImage image =
                new java.awt.image.BufferedImage(2048, 2048, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 2048; y++) {
            for (int x = 0; x < 2048; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static RequestBody zeros(long size, boolean tellsLength) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return MediaType.get("application/json");
            }

            @Override
            public long contentLength() {
                return tellsLength ? size : -1;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                byte[] piece = new byte[1 << 16];
                for (long left = size; left > 0; left -= piece.length) {
                    sink.write(piece, 0, (int) Math.min(piece.length, left));
                }
            }
        };
    }
}
