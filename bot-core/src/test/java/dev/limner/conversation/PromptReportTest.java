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
import dev.limner.prompt.WrittenScene;
import java.util.Arrays;
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

    @Test
    void words_of_one_origin_stand_together_and_end_with_an_ellipsis_where_there_are_more()
            throws CannotComposeException {
        String report = report(new Ask(Mode.SCENE, null, null, null, null, null, null), "Rain falls. ".repeat(12));

        assertThat(report).containsOnlyOnce("- messages: Rain falls. Rain falls. Rain falls. Rain falls.\u2026");
    }

    @Test
    void what_a_command_gave_and_what_limner_says_itself_are_told_as_such() throws CannotComposeException {
        assertThat(report(new Ask(Mode.IMAGINE, null, null, "a red barn", null, null, null), "Rain."))
                .contains("- command: a red barn");
        assertThat(report(new Ask(Mode.BACKGROUND, null, null, null, null, null, null), "Rain falls."))
                .contains("- Limner: The place alone, with nobody in it.", "- messages: Rain falls.");
    }

    @Test
    void the_words_of_the_scene_writer_are_told_as_its_own() throws CannotComposeException {
        WrittenScene scene = new WrittenScene("Rain on a roof.", List.of(), "", "", "");
        Ask ask = new Ask(Mode.SCENE, null, null, null, null, null, null);

        assertThat(PromptReport.of(new Composer().compose(input(ask, "Rain falls."), scene)))
                .contains("- scene writer: Rain on a roof.");
    }

    @Test
    void what_was_left_out_of_a_long_story_fits_a_few_messages() throws CannotComposeException {
        String[] posts = new String[60];
        Arrays.fill(posts, "The long rain fell on the old roof of the tower, ".repeat(35) + "again.");
        String report = report(new Ask(Mode.SCENE, 60, null, null, null, null, null), posts);

        assertThat(report).hasSizeLessThan(6_000).contains("characters), over the token limit", " more.");
    }

    @Test
    void a_prefix_that_was_cut_is_told_before_hundreds_of_sentences() throws CannotComposeException {
        String report = PromptReport.of(new Composer()
                .compose(new CompositionInput(
                        ModelFamily.SDXL,
                        null,
                        List.of(),
                        List.of(new CharacterSheet(
                                "Mira", List.of(), "an elf in silk, ".repeat(40), "", List.of(), "", null, null)),
                        List.of(post("Mira", "The wind howls over the hills. ".repeat(300))),
                        new Ask(Mode.SCENE, null, null, null, null, null, null),
                        7)));

        assertThat(report)
                .contains("Left out: prefix \"")
                .contains("over the token limit (Mira)", "Left out: sentence", " more.");
    }

    private static String report(Ask ask, String... posts) throws CannotComposeException {
        return PromptReport.of(new Composer().compose(input(ask, posts)));
    }

    private static CompositionInput input(Ask ask, String... posts) {
        return new CompositionInput(
                ModelFamily.FLUX1_SCHNELL,
                null,
                List.of(),
                List.of(),
                Arrays.stream(posts).map(text -> post("sam", text)).toList(),
                ask,
                7);
    }

    private static ScenePost post(String author, String text) {
        return new ScenePost(ScenePost.Kind.PROXY, author, null, null, text, Map.of());
    }
}
