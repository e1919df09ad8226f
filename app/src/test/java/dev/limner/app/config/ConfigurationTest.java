package dev.limner.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.limner.app.monitor.MonitorSettings;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.PlatformId;
import dev.limner.gateway.GatewayKey;
import dev.limner.gateway.GatewaySettings;
import dev.limner.image.comfyui.FaceAdapter;
import dev.limner.prompt.ModelFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void nothing_set_means_the_storyboard_and_a_web_chat() throws Exception {
        Configuration configuration = load(Map.of());

        assertThat(configuration.webchatPort()).isEqualTo(8080);
        assertThat(configuration.data()).isEqualTo(folder.resolve("data"));
        assertThat(configuration.image().backends()).containsExactly(new BackendEntry(BackendKind.STORYBOARD, null));
        assertThat(configuration.image().timeout()).isEqualTo(Duration.ofSeconds(300));
        configuration.requireRunnable();
    }

    @Test
    void the_environment_wins_over_the_file() throws Exception {
        envFile("WEBCHAT_PORT=1234\nIMAGE_TIMEOUT=10\n");

        Configuration configuration = load(Map.of("WEBCHAT_PORT", "off"));

        assertThat(configuration.webchatPort()).isNull();
        assertThat(configuration.image().timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_workflow_of_ones_own_is_read_and_checked_at_the_start() throws Exception {
        Files.writeString(
                folder.resolve("mine.json"), "{\"1\": {\"class_type\": \"X\", \"inputs\": {\"t\": \"{{prompt}}\"}}}");
        Files.writeString(folder.resolve("editor.json"), "{\"nodes\": [], \"links\": []}");
        Map<String, String> comfy = Map.of("IMAGE_BACKENDS", "comfyui", "COMFYUI_FACES", "faceid");

        Map<String, String> right = new HashMap<>(comfy);
        right.put("COMFYUI_WORKFLOW", "mine.json");
        ImageSettings image = load(right).image();
        assertThat(image.comfyui().workflow()).isNotNull();
        assertThat(image.comfyui().faces()).isEqualTo(FaceAdapter.FACEID);
        assertThat(image.backends().get(0).address()).hasPort(8188);
        assertThat(load(right).notices())
                .contains("the workflow of COMFYUI_WORKFLOW has no {{seed}}: a reroll draws the same picture again");

        Map<String, String> editor = new HashMap<>(comfy);
        editor.put("COMFYUI_WORKFLOW", "editor.json");
        refused(editor, "COMFYUI_WORKFLOW", "Export (API)");
        Map<String, String> none = new HashMap<>(comfy);
        none.put("COMFYUI_WORKFLOW", "none.json");
        refused(none, "COMFYUI_WORKFLOW", "none.json");
        refused(Map.of("IMAGE_BACKENDS", "comfyui", "COMFYUI_FACES", "best"), "COMFYUI_FACES", "faceid");
        refused(Map.of("COMFYUI_MODEL", "x"), "COMFYUI_MODEL", "comfyui");
    }

    @ParameterizedTest
    @CsvSource({
        "WEBCHAT_PROT, WEBCHAT_PORT",
        "webchat_port, WEBCHAT_PORT",
        "IMAGE_BACKEND, IMAGE_BACKENDS",
        "DISCORD_BOT_TOKEN, DISCORD_TOKEN",
        "TELGRAM_TOKEN, TELEGRAM_TOKEN",
    })
    void a_misspelt_key_is_refused_with_the_right_one(String misspelt, String right) throws Exception {
        refused(Map.of(misspelt, "1"), misspelt, right);

        envFile(misspelt + "=1\n");
        refused(Map.of(), misspelt, right);
    }

    @Test
    void what_the_environment_holds_for_others_is_left_alone() throws Exception {
        assertThat(load(Map.of("DATABASE_URI", "x", "IMAGE_NAME", "x", "HOME", "/", "PORT", "1"))
                        .later())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WEBCHAT_PORT, 65536, 65535",
        "WEBCHAT_PORT, http, off",
        "IMAGE_TIMEOUT, 0, seconds",
        "IMAGE_BACKENDS, dalle, 'storyboard, a1111'",
        "IMAGE_BACKENDS, 'storyboard,,a1111', comma",
        "IMAGE_BACKENDS, storyboard=http://a, built in",
        "IMAGE_BACKENDS, a1111=localhost:7860, http://127.0.0.1:7860",
        "IMAGE_MODEL, flux9, flux1-dev",
        "A1111_MODEL, dream, IMAGE_BACKENDS",
        "A1111_IP_ADAPTER, on, IMAGE_BACKENDS",
        "DATABASE_URL, jdbc:mysql://h/d, jdbc:postgresql:",
        "SCENE_WRITER_MODEL, m, SCENE_WRITER_URL",
        "IMAGE_TOKENIZERS, t6=tokenizer.json, t5=FILE",
        "IMAGE_TOKENIZERS, t5=nowhere.json, no such file",
        "IMAGE_CLIP_WINDOWS, 9, 1 to 8",
        "METRICS_PORT, 8080, WEBCHAT_PORT",
        "METRICS_HOST, 127.0.0.1, METRICS_PORT",
        "GATEWAY_PORT, 8080, WEBCHAT_PORT",
        "GATEWAY_HOST, 127.0.0.1, GATEWAY_PORT",
        "GATEWAY_URL, https://draw.example, GATEWAY_PORT",
        "GATEWAY_KEYS, 'mira:0123456789abcdef', GATEWAY_PORT",
    })
    void a_malformed_or_contradictory_value_is_refused_with_key_and_fix(String key, String value, String fix) {
        refused(Map.of(key, value), key, fix);
    }

    @Test
    void figures_and_health_are_off_unless_they_have_a_port_and_then_on_this_machine() throws Exception {
        assertThat(load(Map.of()).monitor()).isNull();

        MonitorSettings monitor =
                Objects.requireNonNull(load(Map.of("METRICS_PORT", "9000")).monitor());
        assertThat(monitor.port()).isEqualTo(9000);
        assertThat(monitor.host().isLoopbackAddress()).isTrue();
        refused(Map.of("METRICS_PORT", "9000", "GATEWAY_PORT", "9000"), "METRICS_PORT", "GATEWAY_PORT");
        refused(Map.of("METRICS_PORT", "9000", "METRICS_HOST", "example.org"), "METRICS_HOST", "127.0.0.1");
    }

    @Test
    void the_gateway_is_off_unless_it_has_a_port_and_then_on_this_machine() throws Exception {
        assertThat(load(Map.of()).gateway()).isNull();

        GatewaySettings gateway =
                Objects.requireNonNull(load(Map.of("GATEWAY_PORT", "7861")).gateway());

        assertThat(gateway.host().isLoopbackAddress()).isTrue();
        assertThat(gateway.port()).isEqualTo(7861);
        assertThat(gateway.keys()).isEmpty();
    }

    @Test
    void a_gateway_that_others_reach_needs_keys() throws Exception {
        Map<String, String> open = Map.of("GATEWAY_PORT", "7861", "GATEWAY_HOST", "0.0.0.0");
        refused(open, "GATEWAY_HOST", "GATEWAY_KEYS");

        GatewaySettings gateway = Objects.requireNonNull(load(Map.of(
                        "GATEWAY_PORT", "7861",
                        "GATEWAY_HOST", "0.0.0.0",
                        "GATEWAY_KEYS",
                                "mira:0123456789abcdef, guild@discord/4711:fedcba9876543210,"
                                        + " room@discord/4711/77:fedcba9876543211"))
                .gateway());

        assertThat(gateway.keys()).extracting(GatewayKey::name).containsExactly("mira", "guild", "room");
        assertThat(gateway.keys().get(1).bound()).isEqualTo(new CommunityRef(new PlatformId("discord"), "4711"));
        assertThat(gateway.keys().get(1).channel()).isNull();
        assertThat(gateway.keys().get(2).bound()).isEqualTo(new CommunityRef(new PlatformId("discord"), "4711"));
        assertThat(gateway.keys().get(2).channel()).isEqualTo(new ChannelRef(new PlatformId("discord"), "77"));
        assertThat(gateway.toString()).doesNotContain("0123456789abcdef").doesNotContain("fedcba9876543210");
    }

    @Test
    void the_gateway_may_be_reached_at_another_address_which_holds_no_password() throws Exception {
        GatewaySettings gateway = Objects.requireNonNull(
                load(Map.of("GATEWAY_PORT", "7861", "GATEWAY_URL", "https://draw.example/limner"))
                        .gateway());

        assertThat(gateway.url()).hasToString("https://draw.example/limner");
        refused(Map.of("GATEWAY_PORT", "7861", "GATEWAY_URL", "draw.example"), "GATEWAY_URL", "http");
        refused(
                Map.of("GATEWAY_PORT", "7861", "GATEWAY_URL", "https://me:pass@draw.example"),
                "GATEWAY_URL",
                "password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mira",
                "mira:short-secret",
                "MIRA:secret-0123456789abcdef",
                ":secret-0123456789abcdef",
                "mira:secret-with a blank in it",
                "mira@discord:secret-0123456789abcdef",
                "mira@irc/x:secret-0123456789abcdef",
                "mira@discord/:secret-0123456789abcdef",
                "mira@discord/4711/:secret-0123456789abcdef",
                "mira:secret-0123456789abcdef,mira:secret-fedcba9876543210",
                "mira:secret-0123456789abcdef,tobin:secret-0123456789abcdef"
            })
    void keys_that_are_no_keys_are_refused_and_not_repeated(String keys) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load(Map.of("GATEWAY_PORT", "7861", "GATEWAY_KEYS", keys)))
                .withMessageContaining("GATEWAY_KEYS")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "1.2.3", "999.1.1.1", "127.0.0.1:80", "::g"})
    void the_gateway_listens_on_addresses_and_no_names(String host) {
        refused(Map.of("GATEWAY_PORT", "7861", "GATEWAY_HOST", host), "GATEWAY_HOST", "127.0.0.1");
    }

    @Test
    void no_refusal_repeats_the_password_of_an_address() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load(Map.of("IMAGE_BACKENDS", "a1111=ftp://jo:hush@host")))
                .withMessageNotContaining("hush");
    }

    @Test
    void a_line_that_sets_nothing_is_refused_by_number_and_not_repeated() throws Exception {
        envFile("# fine\n\nDISCORD_TOKEN hush\n");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load(Map.of()))
                .withMessageContaining("line 3")
                .withMessageNotContaining("hush");
    }

    @Test
    void a_value_that_a_number_sign_would_cut_short_is_refused_unless_quoted() throws Exception {
        envFile("IMAGE_API_KEY=ab#cd\n");
        refused(Map.of(), "IMAGE_API_KEY", "quotes");

        envFile("IMAGE_API_KEY=\"ab#cd\" # mine\n");
        assertThat(load(Map.of()).image().key()).extracting(Secret::reveal).isEqualTo("ab#cd");
    }

    @Test
    void a_key_that_stands_twice_is_refused() throws Exception {
        envFile("WEBCHAT_PORT=1\nWEBCHAT_PORT=2\n");
        refused(Map.of(), "WEBCHAT_PORT", "keep one");
    }

    @Test
    void secrets_do_not_show_when_the_configuration_is_printed() throws Exception {
        Configuration configuration =
                load(Map.of("IMAGE_API_KEY", "hush", "IMAGE_BACKENDS", "a1111=http://jo:hush@h:1"));

        assertThat(configuration.toString()).doesNotContain("hush").contains("a1111 http://h:1");
    }

    @Test
    void a_model_that_is_no_family_is_a_checkpoint_of_a1111() throws Exception {
        ImageSettings image =
                load(Map.of("IMAGE_BACKENDS", "a1111", "IMAGE_MODEL", "dream")).image();
        assertThat(image.checkpoint()).isEqualTo("dream");
        assertThat(image.family()).isNull();

        image = load(Map.of("IMAGE_BACKENDS", "a1111", "IMAGE_MODEL", "flux1-dev", "A1111_MODEL", "dream"))
                .image();
        assertThat(image.checkpoint()).isEqualTo("dream");
        assertThat(image.family()).isEqualTo(ModelFamily.FLUX1_DEV);
    }

    @Test
    void what_this_version_lacks_is_refused() throws Exception {
        Configuration postgres = load(Map.of("DATABASE_URL", "jdbc:postgresql://localhost/limner"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(postgres::requireRunnable)
                .withMessageStartingWith("DATABASE_URL ");
    }

    @Test
    void discord_runs_when_its_token_is_set() throws Exception {
        assertThat(load(Map.of()).discord()).isNull();

        Configuration configuration = load(Map.of(
                "DISCORD_TOKEN",
                "t",
                "WEBCHAT_PORT",
                "off",
                "DISCORD_CDN_HOSTS",
                "CDN.example, 127.0.0.1:81, [::1]:82"));
        configuration.requireRunnable();

        DiscordConnection discord = Objects.requireNonNull(configuration.discord());
        assertThat(discord.token().reveal()).isEqualTo("t");
        assertThat(discord.cdnHosts()).containsExactlyInAnyOrder("cdn.example", "127.0.0.1:81", "[::1]:82");
        assertThat(discord.shards()).isZero();
        assertThat(discord.toString()).doesNotContain("token=t");
    }

    @Test
    void what_cannot_be_right_of_discord_is_refused_with_the_fix() {
        refused(Map.of("DISCORD_CDN_HOSTS", "https://cdn.example/"), "DISCORD_CDN_HOSTS", "host:port");
        refused(Map.of("DISCORD_CDN_HOSTS", "[:::1]"), "DISCORD_CDN_HOSTS", "IPv6 address in brackets");
        refused(Map.of("DISCORD_CDN_HOSTS", "cdn.example:70000"), "DISCORD_CDN_HOSTS", "host:port");
        refused(Map.of("DISCORD_API_URL", "discord.com"), "DISCORD_API_URL", "http");
        refused(Map.of("DISCORD_SHARDS", "many"), "DISCORD_SHARDS", "auto");
        refused(Map.of("DISCORD_SHARDS", "0"), "DISCORD_SHARDS", "1 to 256");
    }

    @Test
    void without_any_surface_there_is_nothing_to_run() throws Exception {
        Configuration configuration = load(Map.of("WEBCHAT_PORT", "off"));
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(configuration::requireRunnable);
    }

    private void refused(Map<String, String> environment, String key, String fix) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load(environment))
                .withMessageStartingWith(key)
                .withMessageContaining(fix)
                .withMessageNotContaining("\n");
    }

    private void envFile(String content) throws IOException {
        Files.writeString(folder.resolve(".env"), content);
    }

    private Configuration load(Map<String, String> environment) throws ConfigurationException {
        return Configuration.load(folder, environment);
    }
}
