package dev.limner.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.prompt.Ask;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.EncoderSettings;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.ScenePost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerFileTest {
    /** Words of two letters are merged; every other letter is a token. */
    private static final String BYTE_PAIRS = """
            {"version":"1.0","truncation":{"direction":"Right","max_length":3,"strategy":"LongestFirst","stride":0},
             "padding":null,"added_tokens":[{"id":0,"content":"<s>","single_word":false,"lstrip":false,"rstrip":false,
             "normalized":false,"special":true}],"normalizer":{"type":"Lowercase"},
             "pre_tokenizer":{"type":"Whitespace"},
             "post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"<s>","type_id":0}},
             {"Sequence":{"id":"A","type_id":0}}],"pair":[{"Sequence":{"id":"A","type_id":0}},
             {"Sequence":{"id":"B","type_id":0}}],"special_tokens":{"<s>":{"id":"<s>","ids":[0],"tokens":["<s>"]}}},
             "decoder":null,"model":{"type":"BPE","dropout":null,"unk_token":"<s>","continuing_subword_prefix":null,
             "end_of_word_suffix":null,"fuse_unk":false,"byte_fallback":false,
             "vocab":{"<s>":0,"a":1,"b":2,"ab":3,",":4,".":5},"merges":["a b"]}}""";

    /** Whole words of a vocabulary by their likelihood, as T5's has them. */
    private static final String UNIGRAMS = """
            {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
             "pre_tokenizer":{"type":"Metaspace","replacement":"\\u2581","prepend_scheme":"always","split":true},
             "post_processor":null,"decoder":null,"model":{"type":"Unigram","unk_id":0,"byte_fallback":false,
             "vocab":[["<unk>",0.0],["\\u2581",-2.0],["\\u2581lamp",-3.0],["light",-4.0],["s",-5.0]]}}""";

    @TempDir
    static Path natives;

    @TempDir
    Path folder;

    @Test
    void byte_pairs_are_counted_without_special_tokens_and_beyond_the_length_that_the_file_sets() throws Exception {
        try (TokenizerFile file = TokenizerFile.open(file(BYTE_PAIRS), natives)) {
            assertThat(file.count("AB ab, aab.")).isEqualTo(6);
        }
    }

    @Test
    void unigrams_are_counted_and_a_row_of_unknown_signs_is_one_token() throws Exception {
        try (TokenizerFile file = TokenizerFile.open(file(UNIGRAMS), natives)) {
            assertThat(file.count("lamplights lamp")).isEqualTo(4);
            assertThat(file.count("\u706f\u7bed")).isEqualTo(2);
        }
    }

    @Test
    void a_prompt_is_filled_to_its_limit_by_exact_count_and_says_so() throws Exception {
        try (TokenizerFile file = TokenizerFile.open(file(BYTE_PAIRS), natives)) {
            Composer exact = new Composer(new EncoderSettings(Map.of(Encoder.CLIP, file), 1));

            Composition composition = exact.compose(story("ab"));

            assertThat(composition.tokens().exact()).isTrue();
            assertThat(composition.tokens().used()).isEqualTo(file.count(composition.prompt()));
            assertThat(composition.tokens().used()).isBetween(70, 75);
            assertThat(new Composer().compose(story("ab")).tokens().exact()).isFalse();
        }
    }

    @Test
    void an_operator_may_let_clip_read_several_whole_windows() throws Exception {
        Composition two =
                new Composer(new EncoderSettings(Map.of(), 2)).compose(story("the girl walks over the bridge"));

        assertThat(two.tokens().limit()).isEqualTo(150);
        assertThat(two.tokens().used()).isBetween(120, 150);
    }

    @Test
    void a_file_that_is_missing_or_no_tokenizer_is_named() throws Exception {
        Path broken = file("{\"model\":");

        assertThatThrownBy(() -> TokenizerFile.open(broken, natives))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("tokenizer.json");
        assertThatThrownBy(() -> TokenizerFile.open(folder.resolve("nowhere.json"), natives))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("nowhere.json");
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("tokenizer.json"), json);
    }

    private static CompositionInput story(String sentence) {
        String text = String.join(". ", Collections.nCopies(60, sentence)) + ".";
        return new CompositionInput(
                ModelFamily.SD15,
                null,
                List.of(),
                List.<CharacterSheet>of(),
                List.of(new ScenePost(ScenePost.Kind.PERSON, "sam", "sam", null, text, Map.of())),
                new Ask(Mode.SCENE, null, null, null, null, null, null),
                7);
    }
}
