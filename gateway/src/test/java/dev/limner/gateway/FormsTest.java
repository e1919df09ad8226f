package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with files as clients write them, and as nobody should. */
class FormsTest {
    private static final String IMAGE = "Content-Disposition: form-data; name=\"image[]\"; filename=\"a.png\"\r\n";
    private static final String PROMPT = "Content-Disposition: form-data; name=\"prompt\"\r\n\r\na smith";

    @RegisterExtension
    final House house = new House();

    @Test
    void a_form_is_read_with_preamble_epilogue_padding_and_headers_in_any_case_and_order() {
        Caller.Answer answer = send(
                "multipart/form-data; charset=utf-8; boundary=\"a b\"",
                "this is a form\r\n--a b \t\r\nContent-Type: image/png\r\ncontent-disposition:form-data;"
                        + "filename=a.png; name=image\r\n\r\n",
                "\r\n--a b\r\n" + PROMPT + "\r\n--a b--\r\nand this is behind it");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.painter().requests().get(0).references()).hasSize(1);
        assertThat(house.painter().requests().get(0).composition().prompt()).contains("a smith");
    }

    @Test
    void a_word_that_begins_as_the_boundary_does_is_no_boundary() {
        Caller.Answer answer = send(
                "multipart/form-data; boundary=b",
                "--b\r\n" + IMAGE + "\r\n",
                "\r\n--b\r\n" + PROMPT + "\r\n--black hair\r\n--b--");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.painter().requests().get(0).composition().prompt()).contains("black hair");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b",
                "--b\r\n",
                "--b--",
                "--b\r\n\r\n\r\n--b--",
                "--b\r\n" + PROMPT,
                "--b\r\n" + PROMPT + "\r\n--b",
                "--b\r\n" + PROMPT + "\r\n--bb--",
                "--b\r\nContent-Disposition: form-data; filename=\"a.png\"\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"prompt\r\n\r\nx\r\n--b--",
                "--b " + PROMPT + "\r\n--b--",
                "no form at all"
            })
    void what_is_no_form_or_has_no_image_is_refused(String body) {
        assertThat(send("multipart/form-data; boundary=b", body).status()).isEqualTo(400);
        assertThat(house.painter().requests()).isEmpty();
    }

    @Test
    void a_header_without_end_and_more_fields_than_a_form_has_are_refused() {
        String endless = "--b\r\nX: " + "a".repeat(5_000) + "\r\n" + PROMPT + "\r\n--b--";
        String many = ("--b\r\n" + PROMPT + "\r\n").repeat(65) + "--b--";

        assertThat(send("multipart/form-data; boundary=b", endless).status()).isEqualTo(400);
        assertThat(send("multipart/form-data; boundary=b", many).status()).isEqualTo(400);
    }

    /** With an image between what comes before and behind it. */
    private Caller.Answer send(String type, String before, String behind) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Painter.png(96, 96, 0xff0000));
        body.writeBytes(behind.getBytes(StandardCharsets.UTF_8));
        return send(type, body.toByteArray());
    }

    private Caller.Answer send(String type, String body) {
        return send(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private Caller.Answer send(String type, byte[] body) {
        Caller mira = house.as(House.MIRA);
        return mira.send(mira.to("/v1/images/edits")
                .post(RequestBody.create(body, MediaType.get(type)))
                .build());
    }
}
