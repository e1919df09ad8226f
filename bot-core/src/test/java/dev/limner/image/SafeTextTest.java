package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a lighthouse, dusk | a lighthouse, dusk",
                "a <lora:nsfw:1> cat | a   cat",
                "a <hypernet:x> cat | a   cat",
                "<lo<lora:x:1>ra:y:1> | lo ra:y:1",
                "elf <hypernet:evil:0.5: | elf  hypernet:evil:0.5:",
                "evil:0.5> elf | evil:0.5  elf",
                "a <sd_cpp_extra_args>{\"steps\":900}</sd_cpp_extra_args> cat | a   cat",
                "a <SD_CPP_EXTRA_ARGS>{\"steps\":900} | a",
                "__animal__ | _animal_",
                "(cat:9) | (cat:1.9)",
                "(cat:-3) | (cat:0.1)",
                "(cat:1.2) | (cat:1.2)",
                "(cat:1.2.3) | (cat:1.0)",
                "(cat:９) | (cat:1.9)",
                "(cat: ٣) | (cat:1.9)",
                "(cat:1e9) | (cat:1.9)",
                "(cat:inf) | (cat:1.0)",
                "(cat:NaN) | (cat:1.0)",
                "at 10:30) | at 10:1.9)",
                "a < b > c | a   b   c",
            })
    void commands_are_taken_out_and_words_are_left(String given, String sent) {
        assertThat(SafeText.SD_API.clean(given)).isEqualTo(sent);
    }

    @ParameterizedTest
    @EnumSource(
            value = SafeText.class,
            names = {"OPENAI", "PROSE", "ANY"})
    void where_weights_have_no_meaning_they_go_in_the_digits_of_every_script(SafeText gate) {
        assertThat(gate.clean("(hat:９) (hat:1e3) (hat:1.2)")).isEqualTo("hat hat hat");
    }

    @Property
    void nothing_that_is_sent_opens_or_closes_a_command_or_carries_half_a_character(@ForAll String text) {
        for (SafeText gate : List.of(SafeText.SD_API, SafeText.OPENAI, SafeText.ANY)) {
            String sent = gate.clean("<lora:" + text + ":1> <hypernet:a" + text);

            assertThat(sent).doesNotContain("<", ">");
            assertThat(sent.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF || Character.isISOControl(c));
        }
    }
}
