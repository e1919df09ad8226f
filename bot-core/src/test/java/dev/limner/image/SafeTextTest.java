package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a lighthouse, dusk | a lighthouse, dusk",
                "a <lora:nsfw:1> cat | a   cat",
                "a <hypernet:x> cat | a   cat",
                "<lo<lora:x:1>ra:y:1> | <lo ra:y:1>",
                "a <sd_cpp_extra_args>{\"steps\":900}</sd_cpp_extra_args> cat | a   cat",
                "a <SD_CPP_EXTRA_ARGS>{\"steps\":900} | a",
                "__animal__ | _animal_",
                "(cat:9) | (cat:1.9)",
                "(cat:-3) | (cat:0.1)",
                "(cat:1.2) | (cat:1.2)",
                "(cat:1.2.3) | (cat:1.0)",
                "at 10:30) | at 10:1.9)",
                "a < b > c | a < b > c",
            })
    void commands_are_taken_out_and_words_are_left(String given, String sent) {
        assertThat(SafeText.SD_API.clean(given)).isEqualTo(sent);
    }

    @Property
    void nothing_that_is_sent_names_a_network_or_carries_half_a_character(@ForAll String text) {
        String sent = SafeText.SD_API.clean("<lora:" + text + ":1> <lora:a" + text);

        assertThat(sent.substring(0, sent.lastIndexOf('>') + 1)).doesNotContainPattern("<\\w+:[^>]+>");
        assertThat(sent.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF || Character.isISOControl(c));
    }
}
