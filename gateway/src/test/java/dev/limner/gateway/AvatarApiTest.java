package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvatarApiTest {
    @RegisterExtension
    final House house = new House();

    @Test
    void an_avatar_is_uploaded_listed_shown_described_drawn_with_and_deleted() {
        Caller mira = house.as(House.MIRA);

        Caller.Answer added = upload(mira, "face", "Mira", "lean elf", Painter.png(96, 80, 0xff0000));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.headers().get("Location")).isEqualTo("/api/avatars/mira");
        assertThat(added.json().path("tag").asText()).isEqualTo("<be-face:mira:0.3>");

        assertThat(mira.get("/api/avatars").json().path("avatars"))
                .extracting(a -> a.path("name").asText())
                .containsExactly("mira");
        JsonNode shown = mira.get("/api/avatars/MIRA").json();
        assertThat(shown.path("description").asText()).isEqualTo("lean elf");
        assertThat(shown.path("width").asInt()).isEqualTo(96);
        Caller.Answer image = mira.get(shown.path("image").asText());
        assertThat(image.headers().get("Content-Type")).isEqualTo("image/png");
        assertThat(image.body()).startsWith(0x89, 'P', 'N', 'G');

        Caller.Answer described = mira.send(mira.to("/api/avatars/mira")
                .patch(Caller.body("{\"description\":\"silver hair\"}"))
                .build());
        assertThat(described.json().path("description").asText()).isEqualTo("silver hair");

        assertThat(mira.post("/sdapi/v1/txt2img", "{\"prompt\":\"<be-face:mira:0.3> fog\"}")
                        .status())
                .isEqualTo(200);

        assertThat(mira.send(mira.to("/api/avatars/mira").delete().build()).status())
                .isEqualTo(200);
        assertThat(mira.get("/api/avatars/mira").status()).isEqualTo(404);
        assertThat(mira.post("/sdapi/v1/txt2img", "{\"prompt\":\"<be-face:mira:0.3> fog\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_name_may_be_typed_as_it_stands_in_a_tag() {
        Caller.Answer added = upload(house.as(House.MIRA), "", "be-style:Ink", "", Painter.png(96, 96, 1));

        assertThat(added.json().path("kind").asText()).isEqualTo("style");
        assertThat(added.json().path("name").asText()).isEqualTo("ink");
    }

    @Test
    void one_keys_avatars_are_hidden_from_another() {
        upload(house.as(House.MIRA), "face", "mira", "", Painter.png(96, 96, 1));
        Caller tobin = house.as(House.TOBIN);

        assertThat(tobin.get("/api/avatars").json().path("avatars")).isEmpty();
        assertThat(tobin.get("/api/avatars/mira").status()).isEqualTo(404);
        assertThat(tobin.get("/api/avatars/mira/image").status()).isEqualTo(404);
        assertThat(tobin.send(tobin.to("/api/avatars/mira").delete().build()).status())
                .isEqualTo(404);
    }

    @Test
    void a_bound_key_sees_its_communitys_avatars_and_changes_its_own_only() throws Exception {
        Member ines = new Member(new UserRef(new PlatformId("discord"), "1"), "Ines", false);
        house.core()
                .avatars()
                .add(
                        House.COMMUNITY,
                        ines,
                        AvatarKind.FACE,
                        "ines",
                        AutomaticTest.file(Painter.png(96, 96, 1)),
                        "a smith");
        Caller guild = house.as(House.GUILD);
        upload(guild, "style", "ink", "", Painter.png(96, 96, 2));

        assertThat(guild.get("/api/avatars").json().path("avatars"))
                .extracting(a -> a.path("name").asText() + " " + a.path("yours").asBoolean())
                .containsExactly("ines false", "ink true");
        assertThat(guild.send(guild.to("/api/avatars/ines").delete().build()).status())
                .isEqualTo(403);
        assertThat(guild.send(guild.to("/api/avatars/ink").delete().build()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"discord, 4712", "telegram, 4711", "gateway, guild", "gateway, mira"})
    void a_bound_key_reads_no_other_communitys_avatars(String platform, String community) throws Exception {
        Member owner = new Member(new UserRef(new PlatformId(platform), "1"), "Ines", false);
        CommunityRef other = new CommunityRef(new PlatformId(platform), community);
        house.core()
                .avatars()
                .add(other, owner, AvatarKind.FACE, "ines", AutomaticTest.file(Painter.png(96, 96, 1)), "");
        Caller guild = house.as(House.GUILD);

        assertThat(guild.get("/api/avatars").json().path("avatars")).isEmpty();
        assertThat(guild.get("/api/avatars/ines").status()).isEqualTo(404);
        assertThat(guild.get("/api/avatars/ines/image").status()).isEqualTo(404);
        Caller.Answer drawn = guild.post("/sdapi/v1/txt2img", "{\"prompt\":\"<be-face:ines:0.3> a smith\"}");
        assertThat(drawn.status()).isEqualTo(422);
        assertThat(house.painter().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "../mira", "a:b", "ünïcödé-is-fine-but-not-when-it-is-so-long"})
    void a_name_that_is_none_is_refused(String name) {
        Caller.Answer answer = upload(house.as(House.MIRA), "face", name, "", Painter.png(96, 96, 1));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("error").path("message").asText()).isNotEmpty();
    }

    @Test
    void a_name_of_any_script_goes_through_the_address() {
        Caller mira = house.as(House.MIRA);
        Caller.Answer added = upload(mira, "face", "żółw", "", Painter.png(96, 96, 1));

        assertThat(added.status()).isEqualTo(201);
        assertThat(mira.get(added.headers().get("Location")).json().path("name").asText())
                .isEqualTo("żółw");
    }

    @Test
    void what_is_no_image_is_refused_and_nothing_is_kept() {
        Caller mira = house.as(House.MIRA);
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(Painter.png(96, 96, 1), 60);

        assertThat(upload(mira, "face", "mira", "", html).status()).isEqualTo(422);
        assertThat(upload(mira, "face", "mira", "", cut).status()).isEqualTo(422);
        assertThat(upload(mira, "face", "mira", "", new byte[0]).status()).isEqualTo(422);
        assertThat(upload(mira, "face", "mira", "", Painter.png(8, 8, 1)).status())
                .isEqualTo(422);
        assertThat(upload(mira, "pose", "mira", "", Painter.png(96, 96, 1)).status())
                .isEqualTo(422);
        assertThat(mira.get("/api/avatars").json().path("avatars")).isEmpty();
    }

    @Test
    void a_name_that_is_taken_stays_with_its_image() {
        Caller mira = house.as(House.MIRA);
        upload(mira, "face", "mira", "first", Painter.png(96, 96, 1));

        assertThat(upload(mira, "face", "mira", "second", Painter.png(96, 96, 2))
                        .status())
                .isEqualTo(422);
        assertThat(mira.get("/api/avatars/mira").json().path("description").asText())
                .isEqualTo("first");
    }

    static Caller.Answer upload(Caller caller, String kind, String name, String description, byte[] image) {
        MultipartBody form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("kind", kind)
                .addFormDataPart("name", name)
                .addFormDataPart("description", description)
                .addFormDataPart("image", "picture.png", RequestBody.create(image, MediaType.get("image/png")))
                .build();
        return caller.send(caller.to("/api/avatars").post(form).build());
    }
}
