package dev.limner.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.gateway.desk.Caller;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    /** Texts stand in memory beside the body, and may be larger there. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e9", "\u6f22", "\ud83d\ude00"})
    void of_a_text_that_is_longer_than_any_field_may_be_no_more_is_read_than_tells_so(String character) throws Refusal {
        String text = character.repeat(500_000);

        assertThat(read(text)).hasSizeBetween(Fields.LONGEST_TEXT + 1, 4 * Fields.LONGEST_TEXT + 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e9", "\u6f22", "\ud83d\ude00"})
    void a_text_that_is_as_long_as_may_be_is_read_whole(String character) throws Refusal {
        String text = character.repeat(Fields.LONGEST_TEXT / character.length());

        assertThat(read(text)).isEqualTo(text);
    }

    private static String read(String text) throws Refusal {
        String body = "--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n" + text + "\r\n--b--\r\n";
        Request request = new Request(
                Caller.of("mira", null),
                "POST",
                "/v1/images/edits",
                List.of(),
                "",
                "multipart/form-data; boundary=b",
                "localhost",
                null,
                body.getBytes(StandardCharsets.UTF_8));
        return Multipart.read(request).texts().getOrDefault("prompt", "");
    }
}
