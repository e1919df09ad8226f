package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.command.IncomingFile;
import dev.limner.image.GenerationOutcome;
import dev.limner.input.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticTest {
    /** What SillyTavern sends, with settings as it ships; the prompt is ours. */
    private static final String SILLY_TAVERN = """
            {"url":"http://localhost:7860","auth":"","prompt":"%s","negative_prompt":"lowres, bad anatomy",
             "sampler_name":"Euler a","scheduler":"normal","steps":20,"cfg_scale":7,"width":512,"height":512,
             "restore_faces":false,"enable_hr":false,"hr_upscaler":"Latent","hr_scale":2,"hr_additional_modules":[],
             "denoising_strength":0.7,"hr_second_pass_steps":0,"seed":%d,
             "override_settings":{"CLIP_stop_at_last_layers":1,"sd_vae":"Automatic"},
             "override_settings_restore_afterwards":true,"clip_skip":1,"save_images":true,"send_images":true,
             "do_not_save_grid":false,"do_not_save_samples":false}
            """;

    private static final CommunityRef MIRAS = new CommunityRef(new PlatformId("gateway"), "mira");
    private static final Member KEY = new Member(new UserRef(new PlatformId("gateway"), "key/mira"), "mira", true);

    @RegisterExtension
    final House house = new House();

    @Test
    void a_request_as_sillytavern_sends_it_is_drawn_and_answered_with_the_picture() {
        Caller.Answer answer = draw(house.as(House.MIRA), "a lantern in the fog", 7);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.image(0)).isEqualTo(Painter.png(64, 64, 7));
        assertThat(answer.info().path("seed").asLong()).isEqualTo(7);
        assertThat(answer.info().path("prompt").asText()).contains("a lantern in the fog");
        assertThat(answer.info().path("negative_prompt").asText()).isEqualTo("lowres, bad anatomy");
        assertThat(answer.json().path("parameters").path("steps").asInt()).isEqualTo(20);
        assertThat(house.painter().requests()).hasSize(1);
        assertThat(house.painter().requests().get(0).composition().width()).isEqualTo(512);
    }

    @Test
    void what_had_no_effect_is_told() {
        Caller.Answer answer = draw(house.as(House.MIRA), "a lantern", 7);

        JsonNode unused = answer.info().path("limner").path("not_used");
        assertThat(unused).extracting(JsonNode::asText).contains("steps", "cfg_scale", "sampler_name", "clip_skip");
        assertThat(unused).extracting(JsonNode::asText).doesNotContain("prompt", "seed", "width", "negative_prompt");
    }

    @Test
    void a_tag_brings_the_avatar_of_the_keys_own_community() throws RefusedException {
        house.core().avatars().add(MIRAS, KEY, AvatarKind.FACE, "mira", file(Painter.png(96, 96, 0xff0000)), "");

        Caller.Answer answer = draw(house.as(House.MIRA), "<be-face:mira:0.3> a woman in the fog", 7);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.info().path("prompt").asText())
                .contains("a woman in the fog")
                .doesNotContain("be-face");
        assertThat(answer.info()
                        .path("limner")
                        .path("references")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("mira");
        assertThat(house.painter().requests().get(0).references()).hasSize(1);
    }

    @Test
    void a_key_reads_no_other_communitys_avatars() throws RefusedException {
        house.core().avatars().add(MIRAS, KEY, AvatarKind.FACE, "mira", file(Painter.png(96, 96, 0xff0000)), "");

        Caller.Answer answer = draw(house.as(House.TOBIN), "<be-face:mira:0.3> a woman in the fog", 7);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").path(0).path("msg").asText())
                .contains("no avatar is called mira", "upload it first")
                .doesNotContain("/avatar", "command");
        assertThat(house.painter().requests()).isEmpty();
    }

    @Test
    void a_bound_key_draws_with_the_avatars_of_its_community() throws RefusedException {
        Member ines = new Member(new UserRef(new PlatformId("discord"), "1"), "Ines", false);
        house.core()
                .avatars()
                .add(House.COMMUNITY, ines, AvatarKind.FACE, "ines", file(Painter.png(96, 96, 0xff0000)), "");

        Caller.Answer answer = draw(house.as(House.GUILD), "<be-face:ines:0.3> a smith", 7);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.painter().requests().get(0).references()).hasSize(1);
    }

    @Test
    void several_pictures_are_several_illustrations_with_seeds_that_count_up() {
        Caller.Answer answer = house.as(House.MIRA)
                .post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\",\"batch_size\":2,\"n_iter\":2,\"seed\":100}");

        assertThat(answer.json().path("images")).hasSize(4);
        assertThat(answer.info().path("all_seeds"))
                .extracting(JsonNode::asLong)
                .containsExactly(100L, 101L, 102L, 103L);
        assertThat(answer.image(3)).isEqualTo(Painter.png(64, 64, 103));
    }

    @Test
    void the_checkpoint_of_a_request_may_be_null_and_is_then_the_one_that_is_set() {
        Caller.Answer answer = house.as(House.MIRA)
                .post(
                        "/sdapi/v1/txt2img",
                        "{\"prompt\":\"x\",\"override_settings\":{\"sd_model_checkpoint\":null},\"alwayson_scripts\":{}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.painter().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{\"prompt\":\"a\"} and more", "{\"prompt\":\"\\ud800\"", "nul"})
    void what_is_no_json_object_is_refused(String body) {
        Caller.Answer answer = house.as(House.MIRA).post("/sdapi/v1/txt2img", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").isArray()).isTrue();
    }

    @Test
    void nothing_to_draw_is_said_and_nothing_is_drawn() {
        Caller.Answer answer = house.as(House.MIRA).post("/sdapi/v1/txt2img", "{\"prompt\":\"  \"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(house.painter().requests()).isEmpty();
    }

    @Test
    void doubled_brackets_weigh_a_word_in_this_api() {
        Caller.Answer answer = draw(house.as(House.MIRA), "((silver hair)), a lantern", 7);

        assertThat(answer.info().path("prompt").asText())
                .contains("silver hair")
                .contains("1.21");
    }

    @Test
    void a_backend_that_fails_for_good_is_told_in_the_apis_own_form() {
        house.failForGood("The server has no such sampler.", "400");

        Caller.Answer answer = draw(house.as(House.MIRA), "fog", 1);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("errors").asText()).isEqualTo("The server has no such sampler.");
    }

    @Test
    void what_a_backend_will_not_draw_is_refused_as_what_cannot_be_drawn_is() {
        house.painter().next((request, progress) -> new GenerationOutcome.Refused("The filter stopped this."));

        Caller.Answer answer = draw(house.as(House.MIRA), "fog", 1);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").path(0).path("msg").asText()).isEqualTo("The filter stopped this.");
    }

    @Test
    void an_image_to_draw_over_becomes_a_reference_and_nothing_is_left_of_it_afterwards() {
        String image = Base64.getEncoder().encodeToString(Painter.png(96, 96, 0x00ff00));

        Caller.Answer answer = house.as(House.MIRA)
                .post(
                        "/sdapi/v1/img2img",
                        "{\"prompt\":\"fog\",\"denoising_strength\":0.6,\"init_images\":[\"data:image/png;base64,"
                                + image + "\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.painter().requests().get(0).references())
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.reference().kind()).isEqualTo(AvatarKind.STYLE);
                    assertThat(reference.reference().weight()).isEqualTo(0.4);
                });
        await().atMost(Duration.ofSeconds(60))
                .until(() -> house.core().avatars().list(MIRAS).isEmpty());
    }

    @Test
    void an_image_to_draw_over_that_is_none_is_refused() {
        Caller mira = house.as(House.MIRA);
        String html = Base64.getEncoder().encodeToString("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(mira.post("/sdapi/v1/img2img", "{\"prompt\":\"fog\"}").status())
                .isEqualTo(404);
        Caller.Answer noImage =
                mira.post("/sdapi/v1/img2img", "{\"prompt\":\"fog\",\"init_images\":[\"" + html + "\"]}");
        assertThat(noImage.status()).isEqualTo(422);
        assertThat(noImage.json().at("/detail/0/loc/1").asText()).isEqualTo("init_images");
        assertThat(mira.post("/sdapi/v1/img2img", "{\"prompt\":\"fog\",\"init_images\":[7]}")
                        .status())
                .isEqualTo(422);
        assertThat(house.core().avatars().list(MIRAS)).isEmpty();
    }

    private static Caller.Answer draw(Caller caller, String prompt, long seed) {
        return caller.post("/sdapi/v1/txt2img", SILLY_TAVERN.formatted(prompt, seed));
    }

    static IncomingFile file(byte[] bytes) {
        return new IncomingFile() {
            @Override
            public String name() {
                return "face.png";
            }

            @Override
            public long claimedSize() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
