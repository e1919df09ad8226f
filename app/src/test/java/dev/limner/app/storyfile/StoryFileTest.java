package dev.limner.app.storyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.avatar.AvatarName;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryFileTest {
    private static final String FULL = """
            {
              "model": "flux1-schnell",
              "style": { "prefix": "ink wash illustration, {prompt}, muted palette", "negative": "text, watermark", "tags": ["<be-style:inkwash:0.3>"] },
              "avatars": [
                { "tag": "be-face:mira", "file": "mira.png", "description": "lean elf, silver hair", "owner": "jo", "shared": false },
                { "tag": "be-style:inkwash", "file": "ink.png" }
              ],
              "characters": [
                { "name": "Mira", "aliases": ["Mir", "the archivist"], "prefix": "Mira, a lean elf of forty with cropped silver hair", "negative": "beard", "tags": ["<be-face:mira:0.3>"], "state": "torn cloak" },
                { "name": "Tobin", "prefix": "Tobin, a broad young smith", "player": "sam", "proxy": null }
              ],
              "messages": [
                { "author": "Mira", "kind": "proxy", "text": "*lifts the lantern* \\"Stay close, Tobin.\\"" },
                { "author": "sam", "kind": "person", "plays": "Tobin", "text": "((brb, tea)) He nods and follows <@5>.", "mentions": { "5": "Mira" } }
              ],
              "ask": { "mode": "scene", "messages": 12, "character": null, "prompt": null, "hint": null, "seed": 7 }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void a_full_story_file_becomes_the_composition_of_the_contract() throws Exception {
        StoryFile story = read(FULL);
        Composition composition = new Composer().compose(story.input());
        JsonNode json = new ObjectMapper().readTree(CompositionJson.pretty(composition));

        assertThat(story.images()).containsEntry(new AvatarName("mira"), folder.resolve("mira.png"));
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "prompt",
                        "negative",
                        "seed",
                        "width",
                        "height",
                        "cast",
                        "references",
                        "tokens",
                        "dropped",
                        "notes");
        assertThat(json.get("cast").toString()).isEqualTo("[\"Mira\",\"Tobin\"]");
        assertThat(json.get("references").toString())
                .isEqualTo("[{\"kind\":\"style\",\"name\":\"inkwash\",\"weight\":0.3,\"from\":\"style\"},"
                        + "{\"kind\":\"face\",\"name\":\"mira\",\"weight\":0.3,\"from\":\"character Mira\"}]");
        assertThat(json.get("seed").longValue()).isEqualTo(7);
        assertThat(json.get("tokens").get("limit").intValue()).isEqualTo(256);
        assertThat(CompositionJson.line(composition)).doesNotContain("\n");
    }

    @Test
    void a_file_needs_no_more_than_messages_and_a_mode_and_gets_a_seed_of_its_content() throws Exception {
        String least = "{\"messages\":[{\"text\":\"The rain falls.\"}],\"ask\":{\"mode\":\"scene\"},\"style\":null}";

        StoryFile story = read("\uFEFF" + least);

        assertThat(story.input().model()).isEqualTo(ModelFamily.SDXL);
        assertThat(story.input().seed())
                .isBetween(0L, 0xFFFF_FFFFL)
                .isEqualTo(read(least).input().seed());
        assertThat(read(least.replace("rain", "snow")).input().seed())
                .isNotEqualTo(story.input().seed());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is empty",
                "[] | the file is to be an object, not a list",
                "{ | is not proper JSON",
                "{} {} | is not proper JSON",
                "{\"messages\":[],\"messages\":[]} | Duplicate",
                "{\"ask\":{\"mode\":\"scene\"}} | messages: is missing",
                "{\"messages\":[]} | ask: is missing",
                "{\"messages\":[],\"ask\":{}} | ask.mode: is missing; it is one of scene, last",
                "{\"messages\":[],\"ask\":{\"mode\":\"sceen\"}} | ask.mode: \"sceen\" is not known",
                "{\"messages\":[],\"ask\":{\"mode\":\"scene\",\"seeed\":1}} | unknown field ask.seeed",
                "{\"messages\":[{\"txt\":\"\"}],\"ask\":{\"mode\":\"scene\"}} | unknown field messages[0].txt",
                "{\"messages\":[{\"text\":5}],\"ask\":{\"mode\":\"scene\"}} | messages[0].text: is to be text, not a number",
                "{\"messages\":[5],\"ask\":{\"mode\":\"scene\"}} | messages[0] is to be an object, not a number",
                "{\"messages\":[{\"kind\":\"robot\"}],\"ask\":{\"mode\":\"scene\"}} | messages[0].kind: \"robot\" is not known; it is one of person, proxy, bot",
                "{\"messages\":[],\"ask\":{\"mode\":\"scene\",\"messages\":0}} | ask.messages: is to be from 1",
                "{\"messages\":[],\"ask\":{\"mode\":\"scene\",\"seed\":-1}} | ask.seed: is to be from 0",
                "{\"messages\":[],\"ask\":{\"mode\":\"scene\",\"seed\":1.5}} | ask.seed: is to be a whole number",
                "{\"characters\":[{\"name\":\"Mira\"},{\"name\":\" MIRA\"}],\"messages\":[],\"ask\":{\"mode\":\"scene\"}} | characters[1].name: the character MIRA is there twice",
                "{\"model\":\"sd9\",\"messages\":[],\"ask\":{\"mode\":\"scene\"}} | model: \"sd9\" is not known; there is sd15",
                "{\"avatars\":[{\"tag\":\"mira\"}],\"messages\":[],\"ask\":{\"mode\":\"scene\"}} | avatars[0].tag: is to be be-face:NAME",
                "{\"characters\":[{\"name\":\"Mira\",\"tags\":[\"<be-face:mira:0.3>\"]}],\"messages\":[],\"ask\":{\"mode\":\"scene\"}} | characters[0].tags[0]: <be-face:mira:0.3> names no avatar",
                "{\"characters\":[{\"name\":\"Mira\",\"prefix\":\"<be-face:mira>\"}],\"messages\":[],\"ask\":{\"mode\":\"scene\"}} | characters[0].prefix: <be-face:mira> has no weight",
                "{\"messages\":[{\"text\":\"a\\u0007b\"}],\"ask\":{\"mode\":\"scene\"}} | messages[0].text: has a control character or half of a character in it (U+0007); take it out",
                "{\"messages\":[{\"text\":\"a\\ud83d b\"}],\"ask\":{\"mode\":\"scene\"}} | messages[0].text: has a control character or half of a character in it (U+D83D)",
                "{\"characters\":[{\"name\":\"Mira\",\"aliases\":[\"Mir\",\"M\\u0000\"]}],\"messages\":[],\"ask\":{\"mode\":\"scene\"}} | characters[0].aliases[1]: has a control character or half of a character in it (U+0000)",
                "{\"characters\":[{\"name\":\" \"}],\"messages\":[],\"ask\":{\"mode\":\"scene\"}} | characters[0].name: is blank",
            })
    void a_fault_is_named_in_one_line_with_its_place(String json, String fault) {
        assertThatExceptionOfType(StoryFileException.class)
                .isThrownBy(() -> read(json))
                .withMessageContaining(fault)
                .withMessageStartingWith(folder.toString())
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("\n"));
    }

    @Test
    void a_part_that_no_character_has_is_told_in_the_notes() throws Exception {
        StoryFile story = read("{\"characters\":[{\"name\":\"Mira\"}],\"ask\":{\"mode\":\"scene\"},\"messages\":"
                + "[{\"author\":\"sam\",\"plays\":\"Myra\",\"text\":\"The rain falls.\"}]}");

        assertThat(new Composer().compose(story.input()).notes())
                .contains("sam plays \"Myra\", but no character is called so.");
    }

    @Test
    void a_missing_a_large_and_a_garbled_file_are_refused() throws IOException {
        Path large = Files.write(folder.resolve("large.json"), new byte[StoryFile.LARGEST + 1]);
        Path garbled = Files.write(folder.resolve("garbled.json"), "{\"ä\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(StoryFileException.class)
                .isThrownBy(() -> StoryFile.read(folder.resolve("none.json"), ModelFamily.SDXL))
                .withMessageContaining("no such file");
        assertThatExceptionOfType(StoryFileException.class)
                .isThrownBy(() -> StoryFile.read(large, ModelFamily.SDXL))
                .withMessageContaining("larger than 16 MB");
        assertThatExceptionOfType(StoryFileException.class)
                .isThrownBy(() -> StoryFile.read(garbled, ModelFamily.SDXL))
                .withMessageContaining("not UTF-8");
    }

    @Test
    void deep_nesting_is_refused() {
        assertThatExceptionOfType(StoryFileException.class).isThrownBy(() -> read("[".repeat(100_000)));
    }

    @Test
    void an_error_is_one_object_in_one_line() {
        assertThat(CompositionJson.error("no \"x\"\n")).isEqualTo("{\"error\":\"no \\\"x\\\"\\n\"}");
    }

    private StoryFile read(String json) throws IOException, StoryFileException {
        return StoryFile.read(Files.writeString(folder.resolve("story.json"), json), ModelFamily.SDXL);
    }
}
