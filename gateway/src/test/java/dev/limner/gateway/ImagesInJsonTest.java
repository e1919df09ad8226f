package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that are written into JSON, as different clients write them. */
class ImagesInJsonTest {
    private static final String SMALL = Base64.getEncoder().encodeToString(noise(96));

    @RegisterExtension
    final House house = new House();

    @Test
    void an_image_is_read_however_its_characters_are_escaped() {
        drawsOver(SMALL.replace("/", "\\/"));
        drawsOver("data:image\\/png;base64," + SMALL);
        drawsOver(SMALL.replace("+", "\\u002B").replace("=", "\\u003d").replace("/", "\\u002f"));
        drawsOver(Base64.getMimeEncoder().encodeToString(noise(96)).replace("\r\n", "\\r\\n"));
        drawsOver(SMALL.replace("=", ""));
    }

    @Test
    void an_image_is_read_whose_text_is_longer_than_any_other_may_be() {
        drawsOver(Base64.getEncoder().encodeToString(noise(1_700)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"init_images\":[\"AAAA",
                "{\"init_images\":[\"AAAA\\",
                "{\"init_images\":[\"AAAA\\u00",
                "{\"init_images\":[\"AAAA\\u00zz\"]}",
                "{\"init_images\":[\"AAAA\"",
                "{\"init_images\":[\"AAAA\"]",
                "{\"init_images\":[\"AAAA\"]} {}",
                "{\"init_images\":[\"data:\"]}",
                "{\"init_images\":[\"A\"]}",
                "{\"init_images\":[\"A===\"]}",
                "{\"init_images\":[\"\"]}",
                "{\"init_images\":[[\"AAAA\"]]}",
                "{\"init_images\":[null]}",
                "{\"init_images\":\"AAAA\"}",
                "[\"AAAA\"]",
                ""
            })
    void a_body_that_is_broken_off_or_holds_no_image_is_refused(String body) {
        assertThat(house.as(House.MIRA).post("/sdapi/v1/img2img", body).status())
                .isEqualTo(422);
    }

    @Test
    void a_body_in_another_encoding_is_refused() {
        String body = "{\"prompt\":\"fog\",\"init_images\":[\"" + SMALL + "\"]}";
        Caller mira = house.as(House.MIRA);

        Caller.Answer answer = mira.send(mira.to("/sdapi/v1/img2img")
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_16BE), MediaType.get("application/json")))
                .build());

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void the_same_image_drawn_over_more_strongly_is_another_request() {
        Caller mira = house.as(House.MIRA);
        String body = "{\"prompt\":\"fog\",\"denoising_strength\":%s,\"init_images\":[\"" + SMALL + "\"]}";

        assertThat(once(mira, body.formatted("0.6")).status()).isEqualTo(200);
        assertThat(once(mira, body.formatted("0.6")).status()).isEqualTo(200);
        assertThat(once(mira, body.formatted("0.9")).status()).isEqualTo(409);
        assertThat(house.painter().requests()).hasSize(1);
    }

    private static Caller.Answer once(Caller caller, String body) {
        return caller.send(caller.to("/sdapi/v1/img2img")
                .header("Idempotency-Key", "a")
                .post(Caller.body(body))
                .build());
    }

    private void drawsOver(String text) {
        int before = house.painter().requests().size();

        Caller.Answer answer = house.as(House.MIRA)
                .post("/sdapi/v1/img2img", "{\"init_images\":[\"" + text + "\"],\"prompt\":\"fog\"}");

        assertThat(answer.status())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(house.painter().requests().get(before).references()).hasSize(1);
    }

    private static byte[] noise(int side) {
        Random random = new Random(side);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
