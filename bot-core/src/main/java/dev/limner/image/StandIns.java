package dev.limner.image;

import dev.limner.avatar.AvatarKind;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.TokenCount;
import dev.limner.prompt.markup.GivenText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A prompt with what has to be said of references: sentences about images that are sent, and descriptions of those that
 * are not, as far as the model's limit has room for them.
 */
final class StandIns {
    /** English prose has about 1.3 tokens a word with CLIP and T5; a little more, to be on the safe side. */
    private static final double TOKENS_A_WORD = 1.5;

    private final String prompt;
    private final Set<ReferenceImage> described;
    private final boolean crowded;

    private StandIns(String prompt, Set<ReferenceImage> described, boolean crowded) {
        this.prompt = prompt;
        this.described = described;
        this.crowded = crowded;
    }

    static StandIns of(Composition composition, List<String> sentences, List<ReferenceImage> missing) {
        TokenCount tokens = composition.tokens();
        boolean tags = tokens.encoder() == Encoder.CLIP;
        StringBuilder prompt = new StringBuilder();
        int room = tokens.limit() - tokens.used();
        for (String sentence : sentences) {
            room -= cost(sentence, tokens);
        }
        // what is over the limit is not read: better the end of the scene than what the images are
        boolean crowded = room < 0 && !sentences.isEmpty();
        if (!crowded) {
            prompt.append(composition.prompt());
        }
        sentences.forEach(sentence -> append(prompt, sentence, false));
        if (crowded) {
            append(prompt, composition.prompt(), false);
        }
        Set<ReferenceImage> described = new HashSet<>();
        for (ReferenceImage image : missing) {
            String words = words(image, tokens.encoder());
            if (!words.isEmpty() && cost(words, tokens) <= room) {
                append(prompt, words, tags);
                room -= cost(words, tokens);
                described.add(image);
            }
        }
        return new StandIns(prompt.toString(), described, crowded);
    }

    String prompt() {
        return prompt;
    }

    /** Whether the end of the composed prompt is over the limit for the sentences before it. */
    boolean isCrowded() {
        return crowded;
    }

    boolean describes(ReferenceImage image) {
        return described.contains(image);
    }

    private static String words(ReferenceImage image, Encoder encoder) {
        // what people wrote as a description is not to be obeyed either
        String description = SafeText.ANY
                .clean(GivenText.words(image.description(), encoder))
                .replaceAll("[.\\s]+$", "");
        if (description.isEmpty()) {
            return "";
        }
        boolean face = image.kind() == AvatarKind.FACE;
        if (encoder == Encoder.CLIP) {
            return face ? description : "in the style of " + description;
        }
        return face ? image.subject() + ": " + description + "." : "In the style of " + description + ".";
    }

    private static void append(StringBuilder prompt, String words, boolean tags) {
        String before = prompt.toString().stripTrailing();
        prompt.setLength(before.length());
        if (before.isEmpty()) {
            prompt.append(words);
        } else if (tags) {
            prompt.append(before.endsWith(",") ? " " : ", ").append(words);
        } else {
            boolean ended = ".!?\"\u201d\u2019,;:".indexOf(before.charAt(before.length() - 1)) >= 0;
            prompt.append(ended ? " " : ". ").append(words);
        }
    }

    private static int cost(String words, TokenCount tokens) {
        return tokens.encoder() == Encoder.HOSTED
                ? words.codePointCount(0, words.length()) + 2
                : (int) Math.ceil(words.split("\\s+").length * TOKENS_A_WORD);
    }
}
