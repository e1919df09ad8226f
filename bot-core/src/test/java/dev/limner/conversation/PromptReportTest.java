package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.prompt.Ask;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.Composer;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.ScenePost;
import dev.limner.prompt.StyleSheet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptReportTest {
    @Test
    void a_report_tells_where_the_words_came_from_and_what_was_cut() throws CannotComposeException {
        String report = PromptReport.of(new Composer()
                .compose(new CompositionInput(
                        ModelFamily.SD15,
                        new StyleSheet("ink wash", "", List.of()),
                        List.of(),
                        List.of(new CharacterSheet(
                                "Mira", List.of(), "a lean elf", "", List.of(), "torn cloak", null, null)),
                        List.of(
                                post("sam", "The rain fell on the old roof. ".repeat(20)),
                                post("Mira", "She runs over the bridge.")),
                        new Ask(Mode.SCENE, null, null, null, "fog", null, null),
                        7)));

        assertThat(report)
                .contains("- style: ink wash")
                .contains("- character Mira: a lean elf")
                .contains("- state of Mira: torn cloak")
                .contains("- messages of Mira: She runs over the bridge")
                .contains("- hint: fog")
                .contains("Left out: sentence \"The rain fell on the old roof\", over the token limit");
    }

    private static ScenePost post(String author, String text) {
        return new ScenePost(ScenePost.Kind.PROXY, author, null, null, text, Map.of());
    }
}
