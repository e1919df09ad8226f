package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.character.CharacterOptions;
import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A key that is bound to a channel draws with what people there have set. */
class StageTest {
    private static final Member INES = new Member(new UserRef(new PlatformId("discord"), "1"), "Ines", true);
    private static final Place ROOM = new Place(House.CHANNEL, null, House.COMMUNITY);

    @RegisterExtension
    final House house = new House();

    @BeforeEach
    void set() throws Exception {
        house.core().styles().save(ROOM, INES, "ink", "ink wash, {prompt}, on rice paper", "photo", null);
        house.core().styles().save(ROOM, INES, "night", "by moonlight", "sun", null);
        house.core()
                .characters()
                .set(ROOM, INES, new CharacterOptions("Mira", "a lean elf of forty", null, null, null, null, null));
    }

    @Test
    void its_presets_are_listed_and_those_of_other_keys_are_not() {
        JsonNode listed = house.as(House.TAVERN).get("/sdapi/v1/prompt-styles").json();

        assertThat(listed).extracting(one -> one.path("name").asText()).containsExactly("ink", "night");
        assertThat(listed.path(0).path("prompt").asText()).isEqualTo("ink wash, {prompt}, on rice paper");
        assertThat(listed.path(0).path("negative_prompt").asText()).isEqualTo("photo");
        assertThat(house.as(House.GUILD).get("/sdapi/v1/prompt-styles").json()).isEmpty();
    }

    @Test
    void a_preset_that_a_request_names_is_drawn_in_and_an_unknown_one_is_told() {
        Caller.Answer answer =
                house.as(House.TAVERN).post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\",\"styles\":[\"Ink\",\"chalk\"]}");

        assertThat(answer.info().path("prompt").asText()).isEqualTo("ink wash, fog, on rice paper");
        assertThat(answer.info().path("negative_prompt").asText()).isEqualTo("photo");
        assertThat(answer.info().path("limner").path("not_used"))
                .extracting(JsonNode::asText)
                .containsExactly("styles/chalk");
    }

    @Test
    void more_presets_than_anybody_names_are_refused() {
        String many = "\"ink\",".repeat(16) + "\"ink\"";

        assertThat(house.as(House.TAVERN)
                        .post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\",\"styles\":[" + many + "]}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_repeated_request_is_the_same_when_its_preset_is_gone() throws Exception {
        assertThat(once().status()).isEqualTo(200);
        house.core().styles().remove(ROOM, INES, "ink");

        assertThat(once().status()).isEqualTo(200);
        assertThat(house.painter().requests()).hasSize(1);
    }

    private Caller.Answer once() {
        Caller tavern = house.as(House.TAVERN);
        return tavern.send(tavern.to("/sdapi/v1/txt2img")
                .header("Idempotency-Key", "a")
                .post(Caller.body("{\"prompt\":\"fog\",\"styles\":[\"ink\"]}"))
                .build());
    }

    @Test
    void several_presets_are_laid_one_over_the_other() {
        Caller.Answer answer =
                house.as(House.TAVERN).post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\",\"styles\":[\"ink\",\"night\"]}");

        assertThat(answer.info().path("prompt").asText()).isEqualTo("ink wash, by moonlight, fog, on rice paper");
        assertThat(answer.info().path("negative_prompt").asText()).isEqualTo("photo, sun");
    }

    @Test
    void the_preset_that_is_set_there_is_drawn_in_where_a_request_names_none() throws Exception {
        house.core().styles().set(ROOM, "night");

        assertThat(prompt(House.TAVERN, "fog")).isEqualTo("by moonlight, fog");
        assertThat(prompt(House.GUILD, "fog")).isEqualTo("fog");
    }

    @Test
    void a_character_that_the_prompt_names_looks_as_described_there() {
        assertThat(prompt(House.TAVERN, "Mira in the fog")).contains("a lean elf of forty");
        assertThat(prompt(House.GUILD, "Mira in the fog")).isEqualTo("Mira in the fog");
    }

    private String prompt(String key, String words) {
        Caller.Answer answer = house.as(key).post("/sdapi/v1/txt2img", "{\"prompt\":\"" + words + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.info().path("prompt").asText();
    }
}
