package dev.limner.image;

import dev.limner.prompt.ModelFamily;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a checkpoint's name tells of its family. Names are their authors' choice, so this is a guess by custom. */
public final class CheckpointFamily {
    private record Rule(Pattern name, ModelFamily family) {
        Rule(String regex, ModelFamily family) {
            this(Pattern.compile(regex), family);
        }
    }

    /** The first that is found in the name, in lower case, decides. */
    private static final List<Rule> RULES = List.of(
            new Rule("gpt-image|chatgpt-image", ModelFamily.GPT_IMAGE),
            new Rule("dall-?e-?2", ModelFamily.DALLE_2),
            new Rule("dall-?e", ModelFamily.DALLE_3),
            new Rule("flux[._ -]?2.*klein|klein", ModelFamily.FLUX2_KLEIN),
            new Rule("flux[._ -]?2(?![0-9])", ModelFamily.FLUX2_DEV),
            new Rule("kontext", ModelFamily.FLUX1_KONTEXT),
            new Rule("schnell", ModelFamily.FLUX1_SCHNELL),
            new Rule("flux", ModelFamily.FLUX1_DEV),
            new Rule("qwen", ModelFamily.QWEN_IMAGE),
            new Rule("sd[._ -]?3(?![0-9])|stable[._ -]diffusion[._ -]3(?![0-9])", ModelFamily.SD3),
            new Rule("xl|pony|illustrious|noob", ModelFamily.SDXL),
            new Rule(
                    "sd[._ -]?v?1[._ -]?[45](?![0-9])|v1[._ -][45](?![0-9])|stable[._ -]diffusion[._ -]v?1|(?<![0-9])1[.]5(?![0-9])",
                    ModelFamily.SD15));

    private CheckpointFamily() {}

    /** @param checkpoint as the server names it, perhaps with folder, ending and hash */
    public static Optional<ModelFamily> of(String checkpoint) {
        String name = checkpoint.toLowerCase(Locale.ROOT);
        return RULES.stream()
                .filter(rule -> rule.name().matcher(name).find())
                .map(Rule::family)
                .findFirst();
    }
}
