package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    @RegisterExtension
    final House house = new House();

    @RegisterExtension
    final House open = new House(false, House.LIMITS);

    @Test
    void a_key_comes_in_as_bearer_and_as_basic_with_its_name() {
        assertThat(status("Bearer " + House.MIRA)).isEqualTo(200);
        assertThat(status("bearer " + House.MIRA)).isEqualTo(200);
        assertThat(status(basic("mira:" + House.MIRA))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer mira-key-0123456789abcdeF",
                "Bearer mira-key-0123456789abcde",
                "Bearer mira-key-0123456789abcdeff",
                "Bearer nira-key-0123456789abcdef",
                "Bearer ",
                "Bearer",
                "mira-key-0123456789abcdef",
                "Digest mira-key-0123456789abcdef",
                "Basic mira-key-0123456789abcdef",
                "Basic %%%"
            })
    void a_key_that_is_wrong_by_one_character_stays_out(String authorization) {
        Caller.Answer answer = new Caller(house.address(), authorization).get("/sdapi/v1/options");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("detail").asText()).isEqualTo("Incorrect username or password");
        assertThat(answer.headers().get("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void a_key_under_anothers_name_stays_out() {
        assertThat(status(basic("tobin:" + House.MIRA))).isEqualTo(401);
        assertThat(status(basic(":" + House.MIRA))).isEqualTo(401);
        assertThat(status(basic("mira:"))).isEqualTo(401);
    }

    @Test
    void without_a_key_nothing_is_told_not_even_what_is_there() {
        Caller nobody = house.anonymous();

        assertThat(nobody.get("/sdapi/v1/options").status()).isEqualTo(401);
        assertThat(nobody.get("/nothing/here").status()).isEqualTo(401);
        assertThat(nobody.get("/v1/models").json().path("error").path("code").asText())
                .isEqualTo("invalid_api_key");
    }

    @Test
    void where_no_keys_are_set_this_machine_may_come_in_and_no_web_page() {
        Caller here = open.anonymous();

        assertThat(here.get("/sdapi/v1/options").status()).isEqualTo(200);
        assertThat(here.post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\"}").status())
                .isEqualTo(200);
        assertThat(with(here, "Origin", "https://example.org")).isEqualTo(403);
        assertThat(with(here, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(with(here, "Host", "rebound.example.org:80")).isEqualTo(403);
        assertThat(with(here, "Host", "localhost:1")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sdapi/v1/../v1/options",
                "/sdapi/v1/%2e%2e/v1/options",
                "/sdapi//v1/options",
                "/sdapi/v1/options/",
                "/sdapi/v1/options%00",
                "/sdapi/v1%2foptions",
                "/api/avatars/..%2f..%2fetc%2fpasswd",
                "/api/avatars/%ff",
                "/api/avatars/%",
                "/api/avatars/a%5cb/image",
                "/"
            })
    void a_path_that_could_mean_another_means_nothing(String path) throws Exception {
        String answer = Wire.exchange(
                house.address(),
                "GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + House.MIRA
                        + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ");
    }

    /** RFC 9112, sections 3.2 and 6.1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: a\r\nHost: b\r\n",
                "Host: a\r\nTransfer-Encoding: gzip, chunked\r\n",
                "Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"
            })
    void a_request_that_a_proxy_may_read_otherwise_is_refused(String headers) throws Exception {
        String answer = Wire.exchange(
                house.address(),
                "POST /sdapi/v1/interrupt HTTP/1.1\r\n" + headers + "Authorization: Bearer " + House.MIRA
                        + "\r\nConnection: close\r\n\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void what_is_sent_under_a_wrong_content_type_is_refused() {
        Caller mira = house.as(House.MIRA);
        RequestBody form = RequestBody.create("prompt=fog", MediaType.get("application/x-www-form-urlencoded"));
        RequestBody plain = RequestBody.create("{\"prompt\":\"fog\"}", MediaType.get("text/plain"));
        RequestBody json = Caller.body("{}");

        assertThat(mira.send(mira.to("/sdapi/v1/txt2img").post(form).build()).status())
                .isEqualTo(415);
        assertThat(mira.send(mira.to("/v1/images/generations").post(plain).build())
                        .status())
                .isEqualTo(415);
        assertThat(mira.send(mira.to("/v1/images/edits").post(json).build()).status())
                .isEqualTo(415);
        assertThat(mira.send(mira.to("/api/avatars").post(json).build()).status())
                .isEqualTo(415);
        assertThat(mira.send(mira.to("/sdapi/v1/txt2img")
                                .header("Content-Encoding", "gzip")
                                .post(json)
                                .build())
                        .status())
                .isEqualTo(415);
    }

    @Test
    void the_head_of_what_can_be_got_can_be_asked_for_alone() throws Exception {
        String url = house.as(House.MIRA)
                .post("/v1/images/generations", "{\"prompt\":\"fog\",\"response_format\":\"url\"}")
                .json()
                .path("data")
                .path(0)
                .path("url")
                .asText();
        String path = url.substring(url.indexOf("/v1/"));

        String head =
                Wire.exchange(house.address(), "HEAD " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(head).startsWith("HTTP/1.1 200 OK\r\n").contains("image/png").endsWith("\r\n\r\n");
        assertThat(head.split("\r\n\r\n", -1)).hasSize(2);
    }

    @Test
    void a_method_that_an_address_does_not_take_is_refused() {
        Caller mira = house.as(House.MIRA);

        Caller.Answer answer = mira.get("/sdapi/v1/txt2img");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().get("Allow")).isEqualTo("POST");
        assertThat(mira.send(mira.to("/sdapi/v1/options").delete().build()).status())
                .isEqualTo(405);
        assertThat(mira.get("/nothing/here").status()).isEqualTo(404);
    }

    private int status(String authorization) {
        return new Caller(house.address(), authorization)
                .get("/sdapi/v1/options")
                .status();
    }

    private static int with(Caller caller, String header, String value) {
        return caller.send(caller.to("/sdapi/v1/options").header(header, value).build())
                .status();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
