package dev.limner.image.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetTest {
    private static final byte[] NONE = {};

    @Test
    void the_scene_is_told_from_style_and_characters() {
        Sheet sheet = sheet(Requests.of(512, 512)
                .style("ink wash")
                .character("Mira", "Mira, a lean elf")
                .scene("Rain falls.\u0007"));

        assertThat(sheet.scene()).isEqualTo("Rain falls.");
        assertThat(sheet.style()).isEqualTo("ink wash");
        assertThat(sheet.cast()).singleElement().satisfies(mira -> {
            assertThat(mira.name()).isEqualTo("Mira");
            assertThat(mira.words()).isEqualTo("a lean elf");
            assertThat(mira.faces()).isEmpty();
        });
    }

    @Test
    void a_face_goes_to_the_character_that_asked_for_it_or_bears_its_name() {
        Sheet sheet = sheet(Requests.of(512, 512)
                .character("Mira", "")
                .character("Tobin", "")
                .face("smith", 0.25, "Tobin", NONE)
                .face("mira", 0.5, "the command", NONE));

        assertThat(sheet.cast().get(0).faces())
                .extracting(Sheet.Likeness::weight)
                .containsExactly("0.50");
        assertThat(sheet.cast().get(1).faces())
                .extracting(Sheet.Likeness::weight)
                .containsExactly("0.25");
    }

    @Test
    void a_face_of_nobody_in_the_cast_is_shown_under_its_own_name() {
        Sheet sheet = sheet(Requests.of(512, 512).character("Mira", "").face("stranger", 0.2, "somebody", NONE));

        assertThat(sheet.cast()).extracting(Sheet.CastMember::name).containsExactly("Mira", "stranger");
    }

    private static Sheet sheet(Requests requests) {
        return Sheet.of(requests.build(), "flux1-schnell", text -> text);
    }
}
