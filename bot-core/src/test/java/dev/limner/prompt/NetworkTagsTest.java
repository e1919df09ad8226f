package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ListedNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkTagsTest {
    private static final AvatarName INK = new AvatarName("ink");
    private static final ListedNetworks LISTED =
            new ListedNetworks(Map.of(INK, "InkPen_v2"), Map.of(new AvatarName("easy"), "EasyPositive"));

    @Test
    void what_the_operator_listed_may_be_named_like_an_avatar_and_beside_one_of_the_same_name() throws Exception {
        Composition composition =
                imagine("a cat <be-lora:ink:0.8>, <be-style:ink:0.3> <be-embedding:EASY:0.7>", LISTED);

        assertThat(composition.prompt()).isEqualTo("a cat");
        assertThat(composition.references())
                .extracting(Reference::kind, Reference::weight)
                .containsExactly(
                        tuple(AvatarKind.LORA, 0.8), tuple(AvatarKind.STYLE, 0.3), tuple(AvatarKind.EMBEDDING, 0.7));
        assertThat(composition.notes()).as("a LoRA may weigh as much as that").isEmpty();
    }

    @Test
    void what_is_not_listed_is_refused_with_what_there_is() {
        assertThatThrownBy(() -> imagine("a cat <be-lora:oil:0.8>", LISTED))
                .isInstanceOf(CannotComposeException.class)
                .hasMessageContaining("listed no LoRA of that name")
                .hasMessageContaining("ink");
        assertThatThrownBy(() -> imagine("a cat <be-lora:ink:0.8>", ListedNetworks.NONE))
                .isInstanceOf(CannotComposeException.class)
                .hasMessageContaining("listed no LoRA");
    }

    private static Composition imagine(String prompt, ListedNetworks listed) throws CannotComposeException {
        List<AvatarSheet> avatars = new ArrayList<>(AvatarSheet.of(listed));
        avatars.add(new AvatarSheet(AvatarKind.STYLE, INK, "", "jo", true));
        return new Composer()
                .compose(new CompositionInput(
                        ModelFamily.SDXL,
                        null,
                        avatars,
                        List.of(),
                        List.of(),
                        new Ask(Mode.IMAGINE, null, null, prompt, null, "", "sam"),
                        7));
    }
}
