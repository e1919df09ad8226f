package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class ComposerProperties {
    private static final Composer COMPOSER = new Composer();

    @Property(tries = 2000)
    void a_prompt_keeps_its_promises_whatever_people_write(@ForAll("inputs") CompositionInput input) {
        Composition composition = composed(input);
        if (composition == null) {
            return;
        }
        String prompt = composition.prompt();
        assertThat(composition.tokens().used())
                .isLessThanOrEqualTo(input.model().limit());
        assertThat(Tags.find(prompt)).isEmpty();
        assertThat(prompt).doesNotContain("<", ">", "###", "|");
        assertThat(composition.parts().stream().map(PromptPart::text).collect(Collectors.joining()))
                .isEqualTo(prompt);
        assertThat(prompt.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000 || Character.isISOControl(c)))
                .isTrue();
        assertThat(composition.negative().codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000))
                .isTrue();
        assertThat(composed(input)).isEqualTo(composition);
    }

    /** Anything else that is thrown fails the property. */
    private static @Nullable Composition composed(CompositionInput input) {
        try {
            return COMPOSER.compose(input);
        } catch (CannotComposeException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
            return null;
        }
    }

    @Provide
    Arbitrary<CompositionInput> inputs() {
        Arbitrary<ScenePost> posts = Combinators.combine(
                        Arbitraries.of(ScenePost.Kind.values()),
                        text(),
                        text(),
                        Arbitraries.of("Mira", "Rose", "sam", "x"))
                .as((kind, author, text, plays) -> new ScenePost(
                        kind, author, kind == ScenePost.Kind.PERSON ? author : null, plays, text, Map.of("5", author)));
        Arbitrary<CharacterSheet> characters = Combinators.combine(
                        Arbitraries.of("Mira", "Rose", "Ann Lee", "\uFF01", "ミラ"), text(), text().injectNull(0.5))
                .as((name, text, prefix) -> new CharacterSheet(
                        name, List.of(text), prefix == null ? "an elf" : prefix, "", List.of(), "", null, text));
        Arbitrary<Ask> asks = Combinators.combine(Arbitraries.of(Mode.values()), text(), text().injectNull(0.5))
                .as((mode, text, hint) ->
                        new Ask(mode, null, mode == Mode.PORTRAIT ? "Mira" : null, text, hint, text, null));
        return Combinators.combine(
                        Arbitraries.of(ModelFamily.values()),
                        text().injectNull(0.3),
                        characters.list().ofMaxSize(4),
                        posts.list().ofMaxSize(6),
                        asks)
                .as((model, style, people, story, ask) -> new CompositionInput(
                        model,
                        style == null ? null : new StyleSheet(style, style, List.of()),
                        List.of(new AvatarSheet(AvatarKind.FACE, new AvatarName("mira"), "", "sam", true)),
                        people,
                        story,
                        ask,
                        7));
    }

    /** Text of shards that mean something to somebody, and of anything. */
    private static Arbitrary<String> text() {
        Arbitrary<String> shards = Arbitraries.of(
                "Mira ",
                "Rose",
                "((",
                "))",
                "[[",
                "]]",
                "(",
                ")",
                "OOC:",
                "//",
                "***",
                "\n***\n",
                "\n",
                "<be-face:mira:0.3>",
                "<be-",
                "<lora:x:1>",
                "<",
                ">",
                "###",
                "#",
                "|",
                "||",
                "{prompt}",
                "{",
                "}",
                ", ",
                ". ",
                "\"",
                "*",
                "_",
                "`",
                "```",
                ":9)",
                "\uD83D",
                "\uDE42",
                "\uD83D\uDE42",
                "ミラは",
                "walks to the old house by the sea. ",
                "Annas ",
                "Łódź ",
                "<@5>",
                "https://x.y/z ",
                "1d20",
                "/roll ",
                "\u200B",
                "\u202E",
                "AND",
                "BREAK",
                "$",
                "\\",
                "long ".repeat(300),
                "ü".repeat(700),
                "界".repeat(300));
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(8);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, shards), net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(9)
                .map(list -> String.join("", new ArrayList<>(list)));
    }
}
