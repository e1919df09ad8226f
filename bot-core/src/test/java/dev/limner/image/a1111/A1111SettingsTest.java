package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class A1111SettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "ftp://host/", "file:///etc/passwd", "http:///x", "/sdapi"})
    void an_address_that_is_no_server_is_refused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> A1111Settings.of(URI.create(address)))
                .withMessageContaining("http://127.0.0.1:7860");
    }

    @Test
    void a_key_that_no_header_can_carry_is_refused_without_being_shown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backends.settings(URI.create("http://h"), "se\ncret", null, null))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("cret"));
    }
}
