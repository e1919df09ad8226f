package dev.limner.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.chat.Author;
import dev.limner.chat.Member;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserTextTest {
    @Test
    void marks_that_came_with_what_was_pasted_are_taken_out() throws RefusedException {
        assertThat(UserText.line("A text", " a\u202ec\u2066d\ufeff ", 100)).isEqualTo("acd");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u0000', '\u0007', '\u001b', '\u0085', '\ud83d', '\udc00'})
    void control_characters_and_halves_of_characters_are_refused_by_their_number(char fault) {
        String text = "a " + fault + " b";
        assertThatThrownBy(() -> UserText.line("A name", text, 100))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("A name may have no control characters")
                .hasMessageContaining("U+%04X".formatted((int) fault));
        assertThatThrownBy(() -> UserText.paragraph("A prefix", text, 100)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u202a', '\u202e', '\u2066', '\u2069', '\ufeff', '\ufff9'})
    void a_name_with_an_unseen_mark_is_refused_by_its_number(char mark) {
        assertThatThrownBy(() -> UserText.name("A name", "Mi" + mark + "ra", 100))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("A name may have no unseen marks")
                .hasMessageContaining("U+%04X".formatted((int) mark));
    }

    @Test
    void a_name_that_a_platform_gives_is_shown_without_them() {
        assertThat(UserText.shownName("\u202eariM | moon\u202c")).isEqualTo("ariM | moon");
        assertThat(new Member(new UserRef(new PlatformId("x"), "1"), "\u2067Sam", false).displayName())
                .isEqualTo("Sam");
        assertThat(new Author(Author.Kind.PROXY, null, "Mira\u202e").name()).isEqualTo("Mira");
    }

    @Test
    void a_line_has_no_breaks_and_single_blanks() throws RefusedException {
        assertThat(UserText.line("A text", "a\r\n\tb \u00a0 c\u2028d", 100)).isEqualTo("a b c d");
    }

    @Test
    void a_paragraph_keeps_its_lines() throws RefusedException {
        assertThat(UserText.paragraph("A text", "a\r\nb\rc\nd\te", 100)).isEqualTo("a\nb\nc\nd e");
    }

    @Test
    void joined_emoji_and_marks_stay() throws RefusedException {
        assertThat(UserText.line("A text", "👩‍🎨 e\u0301 می‌خواهم", 100)).isEqualTo("👩‍🎨 e\u0301 می‌خواهم");
    }

    @Test
    void length_is_counted_in_characters_and_not_in_units() throws RefusedException {
        assertThat(UserText.line("A text", "🌙".repeat(5), 5)).hasSize(10);
        assertThatThrownBy(() -> UserText.line("A text", "🌙".repeat(6), 5))
                .isInstanceOf(RefusedException.class)
                .hasMessage("A text may have at most 5 characters, and this has 6. Make it shorter.");
    }
}
