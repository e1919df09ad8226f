package dev.limner.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.limner.app.Backends;
import dev.limner.image.ImageBackend;
import dev.limner.image.JobBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostedSettingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"openai, OPENAI_API_KEY", "bfl, BFL_API_KEY", "gemini, GEMINI_API_KEY"})
    void a_service_that_draws_for_a_key_only_is_refused_without_one(String kind, String key) throws Exception {
        refused(Map.of("IMAGE_BACKENDS", kind), key, "set it");

        assertThat(load(Map.of("IMAGE_BACKENDS", kind, key, "k1")).key(kind(kind)))
                .isEqualTo("k1");
        assertThat(load(Map.of("IMAGE_BACKENDS", kind, "IMAGE_API_KEY", "k2")).key(kind(kind)))
                .isEqualTo("k2");
        assertThat(load(Map.of("IMAGE_BACKENDS", kind + "=http://127.0.0.1:9")).key(kind(kind)))
                .isNull();
    }

    @Test
    void the_common_key_is_not_shown_to_several_kinds_of_services() throws Exception {
        HostedSettings settings = load(Map.of(
                "IMAGE_BACKENDS", "openai=http://127.0.0.1:9,aihorde",
                "IMAGE_API_KEY", "hush"));

        assertThat(settings.key(BackendKind.OPENAI)).isNull();
        assertThat(settings.key(BackendKind.AIHORDE)).isNull();
    }

    @Test
    void image_model_names_the_model_of_the_first_server_that_is_told_one() throws Exception {
        HostedSettings settings = load(Map.of(
                "IMAGE_BACKENDS", "storyboard,gemini=http://127.0.0.1:9,bfl=http://127.0.0.1:9",
                "IMAGE_MODEL", "gemini-3-pro-image-preview"));

        assertThat(settings.model(BackendKind.GEMINI)).isEqualTo("gemini-3-pro-image-preview");
        assertThat(settings.model(BackendKind.BFL)).isEqualTo("flux-2-pro");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_API_KEY, k, IMAGE_BACKENDS",
        "AIHORDE_NSFW, on, IMAGE_BACKENDS",
        "IMAGE_BACKENDS, blockentropy, http://HOST:PORT",
    })
    void what_cannot_be_meant_is_refused(String key, String value, String fix) {
        refused(Map.of(key, value), key, fix);
    }

    @ParameterizedTest
    @CsvSource({
        "openai=http://127.0.0.1:9, OPENAI_QUALITY, best, medium",
        "aihorde, AIHORDE_NSFW, perhaps, on or off",
        "bfl=http://127.0.0.1:9, BFL_MODEL, ../x, flux-2-pro",
        "gemini=http://127.0.0.1:9, GEMINI_MODEL, a/b, gemini-2.5-flash-image",
        "openai=http://127.0.0.1:9, OPENAI_APIKEY, x, OPENAI_API_KEY",
    })
    void a_wrong_value_is_refused_with_key_and_fix(String backends, String key, String value, String fix) {
        refused(Map.of("IMAGE_BACKENDS", backends, key, value), key, fix);
    }

    @Test
    void asking_volunteers_is_said_in_one_line_at_the_start_and_only_then() throws Exception {
        assertThat(configuration(Map.of("IMAGE_BACKENDS", "storyboard,aihorde")).notices())
                .singleElement()
                .asString()
                .contains("volunteers", "can read")
                .doesNotContain("\n");
        assertThat(configuration(Map.of()).notices()).isEmpty();
    }

    @Test
    void every_kind_can_be_made_and_tells_no_secret() throws Exception {
        Map<String, String> environment = Map.of(
                "IMAGE_BACKENDS", "openai,blockentropy=http://127.0.0.1:9,aihorde,bfl,gemini,openai=http://127.0.0.1:9",
                "OPENAI_API_KEY", "hush",
                "BLOCKENTROPY_API_KEY", "hush",
                "AIHORDE_API_KEY", "hush",
                "BFL_API_KEY", "hush",
                "GEMINI_API_KEY", "hush");
        Configuration configuration = configuration(environment);
        assertThat(configuration.toString()).doesNotContain("hush");

        List<ImageBackend> backends = Backends.all(configuration.image(), OkHttpClient::new, JobBook.NONE);

        assertThat(backends)
                .extracting(ImageBackend::name)
                .containsExactly("openai", "blockentropy", "aihorde", "bfl", "gemini", "openai");
        assertThat(backends.toString()).doesNotContain("hush");
        backends.forEach(ImageBackend::close);
    }

    private static BackendKind kind(String id) {
        return BackendKind.byId(id).orElseThrow();
    }

    private void refused(Map<String, String> environment, String key, String fix) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load(environment))
                .withMessageStartingWith(key)
                .withMessageContaining(fix)
                .withMessageNotContaining("\n");
    }

    private HostedSettings load(Map<String, String> environment) throws ConfigurationException {
        return configuration(environment).image().hosted();
    }

    private Configuration configuration(Map<String, String> environment) throws ConfigurationException {
        return Configuration.load(folder, environment);
    }
}
