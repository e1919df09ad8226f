package dev.limner.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

    @ParameterizedTest(name = "{0} -> {1}, {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<be-face:mira:0.3> | <be-face:mira:0.3> | ``",
                "<BE-Face:Mira:0.30> an elf | <be-face:mira:0.3> | an elf",
                "an elf, <be-face:mira:1>, in red | <be-face:mira:1> | an elf, in red",
                "an elf <be-style:ink:.5> in red | <be-style:ink:0.5> | an elf in red",
                "an elf <be-style:ink:0>. | <be-style:ink:0> | an elf.",
                "an elf, <be-style:ink:0.2> | <be-style:ink:0.2> | an elf",
                "wo<be-style:ink:0.2>rd | <be-style:ink:0.2> | wo rd",
                "<be-face:a:0.1><be-face:b:0.2> , x | <be-face:a:0.1> <be-face:b:0.2> | x",
                "<be-face:Łódź_-7:0.4> | <be-face:łódź_-7:0.4> | ``",
                "<be-face:ﬁn:0.4> | <be-face:fin:0.4> | ``",
                "3 < 4 and x > y | `` | 3 < 4 and x > y",
                "<beware> | `` | <beware>",
            })
    void a_sound_tag_is_read_and_taken_out(String text, String tags, String rest) throws TagException {
        Tags.Given given = Tags.given(text);

        assertThat(given.tags().stream().map(AvatarTag::toString).collect(Collectors.joining(" ")))
                .isEqualTo(tags);
        assertThat(given.text()).isEqualTo(rest);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<be-face:mira> | has no weight",
                "<be-face:mira:> | has no weight",
                "<be-face::0.3> | has no name",
                "<be-face> | has no name",
                "<be-face:mira:1.5> | outside 0 to 1",
                "<be-face:mira:-0.1> | outside 0 to 1",
                "<be-face:mira:0,3> | no decimal number",
                "<be-face:mira:lots> | no decimal number",
                "<be-face:mira:NaN> | no decimal number",
                "<be-face:mira:1e-1> | no decimal number",
                "<be-face:mira:0.3:2> | too many parts",
                "<be-face:mira vance:0.3> | no proper name",
                "<be-face: mira:0.3> | no proper name",
                "<be-hat:mira:0.3> | the kinds are face and style",
                "<be-pose:mira:0.3> | reserved",
                "<be-lora:ink:2> | <be-lora:ink:0.3>",
                "<be-embedding:ink> | has no weight",
                "<be-face:mira:0.3 and on | not closed",
                "<be-face:mira | not closed",
                "<be\u2014face:mira:0.3> | not written as a tag",
                "< be-face:mira:0.3> | not written as a tag",
                "<be-<be-face:mira:0.3>face:x:1> | not closed",
            })
    void a_malformed_tag_is_refused_with_the_right_form(String text, String fault) {
        assertThatExceptionOfType(TagException.class)
                .isThrownBy(() -> Tags.given("an elf " + text))
                .withMessageContaining(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<be-face:mira and she said x > y", "<be-face:mira:0.3 then she left -> out"})
    void an_unclosed_one_swallows_nothing_after_it(String text) {
        FoundTag found = Tags.find(text).get(0);

        assertThat(text.substring(found.end())).contains("she");
    }

    @Property
    void any_text_is_read_to_its_end(@ForAll String text) {
        int end = 0;
        for (FoundTag tag : Tags.find(text + "<be-" + text)) {
            assertThat(tag.start()).isGreaterThanOrEqualTo(end);
            assertThat(tag.end()).isGreaterThan(tag.start());
            end = tag.end();
        }
    }
}
