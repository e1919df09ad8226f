package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.image.GenerationOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiTest {
    @RegisterExtension
    final House house = new House();

    @Test
    void models_are_those_that_the_backends_offer_now() {
        Caller mira = house.as(House.MIRA);

        JsonNode models = mira.get("/v1/models").json();

        assertThat(models.path("object").asText()).isEqualTo("list");
        assertThat(models.path("data"))
                .extracting(model -> model.path("id").asText())
                .containsExactly("easel-model", "wall-model");
        assertThat(mira.get("/v1/models/wall-model").json().path("id").asText()).isEqualTo("wall-model");
        assertThat(mira.get("/v1/models/nobody").status()).isEqualTo(404);
        assertThat(mira.get("/v1/models/nobody")
                        .json()
                        .path("error")
                        .path("code")
                        .asText())
                .isEqualTo("model_not_found");
    }

    @Test
    void a_generation_is_answered_with_its_pictures() {
        Caller.Answer answer = house.as(House.MIRA)
                .post(
                        "/v1/images/generations",
                        "{\"model\":\"wall-model\",\"prompt\":\"a lantern\",\"n\":2,\"size\":\"768x512\",\"seed\":5,"
                                + "\"quality\":\"high\",\"user\":\"ines\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("created").asLong()).isPositive();
        assertThat(answer.json().path("data")).hasSize(2);
        assertThat(picture(answer, 1)).isEqualTo(Painter.png(64, 64, 6));
        assertThat(answer.json().path("data").path(0).path("revised_prompt").asText())
                .contains("a lantern");
        assertThat(answer.json().path("size").asText()).isEqualTo("768x512");
        assertThat(answer.json().path("limner").path("not_used"))
                .extracting(JsonNode::asText)
                .containsExactly("quality");
        assertThat(house.second().requests()).hasSize(2);
    }

    @Test
    void a_name_that_clients_of_openai_have_built_in_stands_for_the_model_that_is_set() {
        Caller.Answer answer = house.as(House.MIRA)
                .post("/v1/images/generations", "{\"model\":\"dall-e-3\",\"prompt\":\"a lantern\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.painter().requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "dall-e-2, null, true",
        "dall-e-3, null, true",
        "dall-e-3, '\"b64_json\"', false",
        "gpt-image-1, null, false"
    })
    void a_client_that_names_a_model_of_openai_and_no_format_gets_what_that_model_answers_with(
            String model, String format, boolean address) {
        Caller.Answer answer = house.as(House.MIRA)
                .post(
                        "/v1/images/generations",
                        "{\"model\":\"" + model + "\",\"response_format\":" + format
                                + ",\"prompt\":\"a lantern\",\"seed\":5}");

        JsonNode picture = answer.json().path("data").path(0);
        assertThat(picture.has("url")).isEqualTo(address);
        assertThat(picture.has("b64_json")).isEqualTo(!address);
        if (address) {
            assertThat(house.anonymous().get(picture.path("url").asText()).body())
                    .isEqualTo(Painter.png(64, 64, 5));
        }
    }

    @Test
    void a_picture_can_be_had_by_its_name_with_the_same_key_and_no_other() {
        Caller mira = house.as(House.MIRA);
        Caller.Answer answer = mira.post(
                "/v1/images/generations", "{\"prompt\":\"a lantern\",\"seed\":5,\"response_format\":\"url\"}");
        assertThat(answer.status()).isEqualTo(200);
        UserRef user = new UserRef(new PlatformId("gateway"), "key/mira");
        String path = "/v1/images/"
                + house.kept().illustrations().requestedBy(user, 1).get(0).id() + "/content";

        assertThat(mira.get(path).body()).isEqualTo(Painter.png(64, 64, 5));
        assertThat(mira.get(path).headers().get("Content-Type")).isEqualTo("image/png");
        assertThat(house.as(House.TOBIN).get(path).status()).isEqualTo(404);
        assertThat(house.anonymous().get(path).status()).isEqualTo(401);
    }

    @Test
    void the_address_of_a_picture_that_was_asked_for_opens_it_without_a_key_for_an_hour() {
        String link = link(house);

        Caller.Answer picture = house.anonymous().get(link);
        assertThat(link).startsWith(house.address() + "v1/pictures/");
        assertThat(picture.body()).isEqualTo(Painter.png(64, 64, 5));
        assertThat(picture.headers().get("Content-Type")).isEqualTo("image/png");
        house.pass(Duration.ofMinutes(59));
        assertThat(house.anonymous().get(link).status()).isEqualTo(200);
        house.pass(Duration.ofMinutes(1));
        assertThat(house.anonymous().get(link).status()).isEqualTo(404);
        assertThat(house.as(House.MIRA).get(link).status()).isEqualTo(404);
    }

    @Test
    void an_address_that_was_changed_anywhere_opens_nothing() {
        String ticket = URI.create(link(house)).getPath().substring("/v1/pictures/".length());
        String[] parts = ticket.split("\\.");
        String later = Long.toString(Long.parseLong(parts[1], 36) + 3600, 36);
        List<String> changed = new ArrayList<>(List.of(
                parts[0],
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + later + "." + parts[2],
                "." + parts[1] + "." + parts[2],
                "..",
                ticket + "A",
                ticket.toUpperCase(Locale.ROOT)));
        for (int i = 0; i < ticket.length(); i++) {
            char other = ticket.charAt(i) == 'x' ? 'y' : 'x';
            changed.add(ticket.substring(0, i) + other + ticket.substring(i + 1));
        }

        assertThat(changed)
                .allSatisfy(one -> assertThat(
                                house.anonymous().get("/v1/pictures/" + one).status())
                        .isIn(401, 404));
        assertThat(house.anonymous().get("/v1/pictures/" + ticket).status()).isEqualTo(200);
        assertThat(house.anonymous()
                        .send(house.anonymous()
                                .to("/v1/pictures/" + ticket)
                                .delete()
                                .build())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_picture_is_addressed_as_the_gateway_was_unless_the_operator_says_where_it_is_reached() throws Exception {
        Caller mira = house.as(House.MIRA);
        String asked = mira.send(mira.to("/v1/images/generations")
                        .header("Host", "limner.lan:8443")
                        .header("X-Forwarded-Proto", "gopher")
                        .post(Caller.body("{\"prompt\":\"fog\",\"response_format\":\"url\"}"))
                        .build())
                .json()
                .path("data")
                .path(0)
                .path("url")
                .asText();
        assertThat(asked).startsWith("http://limner.lan:8443/v1/pictures/");

        try (House proxied = new House(true, House.LIMITS, URI.create("https://draw.example/limner/")).open()) {
            assertThat(link(proxied)).startsWith("https://draw.example/limner/v1/pictures/");
        }
    }

    private static String link(House house) {
        return house.as(House.MIRA)
                .post("/v1/images/generations", "{\"prompt\":\"a lantern\",\"seed\":5,\"response_format\":\"url\"}")
                .json()
                .path("data")
                .path(0)
                .path("url")
                .asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|prompt",
                "{\"prompt\":\"\"}|prompt",
                "{\"prompt\":7}|prompt",
                "{\"prompt\":\"a\",\"n\":0}|n",
                "{\"prompt\":\"a\",\"n\":11}|n",
                "{\"prompt\":\"a\",\"size\":\"huge\"}|size",
                "{\"prompt\":\"a\",\"size\":\"32x32\"}|size",
                "{\"prompt\":\"a\",\"stream\":true}|stream",
                "{\"prompt\":\"a\",\"response_format\":\"gif\"}|response_format",
                "{\"prompt\":\"<be-face:nobody:0.3> a\"}|prompt",
                "{\"prompt\":\"<be-face:nobody:7> a\"}|prompt"
            })
    void what_cannot_be_drawn_is_refused_with_openais_error(String body, String param) {
        Caller.Answer answer = house.as(House.MIRA).post("/v1/images/generations", body);

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.json().path("error");
        assertThat(error.path("message").asText()).isNotEmpty();
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("param").asText()).isEqualTo(param);
        assertThat(error.has("code")).isTrue();
    }

    @Test
    void a_backend_that_fails_for_good_is_told_and_the_client_need_not_try_again() {
        house.failForGood("The server has no such model.", "400");

        Caller.Answer answer = house.as(House.MIRA).post("/v1/images/generations", "{\"prompt\":\"a\"}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("error").path("type").asText()).isEqualTo("server_error");
        assertThat(answer.json().path("error").path("message").asText()).isEqualTo("The server has no such model.");
        assertThat(answer.headers().get("x-should-retry")).isEqualTo("false");
    }

    @Test
    void what_an_image_server_will_not_draw_is_the_requests_fault_and_not_the_servers() {
        house.painter().next((request, progress) -> new GenerationOutcome.Refused("The filter stopped this."));

        Caller.Answer answer = house.as(House.MIRA).post("/v1/images/generations", "{\"prompt\":\"a\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(answer.json().path("error").path("message").asText()).isEqualTo("The filter stopped this.");
    }

    @Test
    void the_images_of_an_edit_are_references_of_weight_one() {
        Caller.Answer answer = edit(new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("prompt", "a smith at the forge")
                .addFormDataPart("image[]", "face.png", image(0xff0000))
                .addFormDataPart("image[]", "other.png", image(0x00ff00))
                .build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.painter().requests().get(0).references()).hasSize(2).allSatisfy(reference -> {
            assertThat(reference.reference().kind()).isEqualTo(AvatarKind.FACE);
            assertThat(reference.reference().weight()).isEqualTo(1);
        });
    }

    @Test
    void a_tag_says_otherwise_of_an_edits_image() {
        Caller.Answer answer = edit(new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("prompt", "a smith <be-style:image2:0.4> at the forge <BE-FACE:Image1:0.2>")
                .addFormDataPart("image", "face.png", image(0xff0000))
                .addFormDataPart("image", "style.png", image(0x00ff00))
                .build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.painter().requests().get(0).references())
                .extracting(reference -> reference.reference().kind() + " "
                        + reference.reference().weight())
                .containsExactlyInAnyOrder("FACE 0.2", "STYLE 0.4");
    }

    @Test
    void an_edit_without_an_image_or_with_something_else_for_one_is_refused() {
        MultipartBody none = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("prompt", "a smith")
                .build();
        MultipartBody html = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("prompt", "a smith")
                .addFormDataPart("image", "face.png", RequestBody.create("<html>", MediaType.get("image/png")))
                .build();

        assertThat(edit(none).status()).isEqualTo(400);
        assertThat(edit(none).json().path("error").path("param").asText()).isEqualTo("image");
        assertThat(edit(html).status()).isEqualTo(400);
        assertThat(edit(html).json().path("error").path("param").asText()).isEqualTo("image");
        assertThat(house.painter().requests()).isEmpty();
    }

    @Test
    void a_form_that_breaks_off_is_refused() {
        RequestBody broken = RequestBody.create(
                "--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na sm",
                MediaType.get("multipart/form-data; boundary=b"));
        RequestBody boundless = RequestBody.create("--b", MediaType.get("multipart/form-data"));

        assertThat(edit(broken).status()).isEqualTo(400);
        assertThat(edit(boundless).status()).isEqualTo(400);
    }

    private Caller.Answer edit(RequestBody body) {
        Caller mira = house.as(House.MIRA);
        return mira.send(mira.to("/v1/images/edits").post(body).build());
    }

    private static RequestBody image(int colour) {
        return RequestBody.create(Painter.png(96, 96, colour), MediaType.get("image/png"));
    }

    private static byte[] picture(Caller.Answer answer, int number) {
        return Base64.getDecoder()
                .decode(answer.json().path("data").path(number).path("b64_json").asText());
    }
}
