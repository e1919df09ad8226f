package dev.limner.scenewriter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model said: without thoughts told aloud and without the marks of its own template, which servers let through
 * that do not know the model.
 *
 * @param text all that was no thought
 * @param thinking whether it still thought when it ended
 */
record Speech(String text, boolean thinking) {
    private static final String THOUGHT =
            "(?:seed:)?(?:think|thinking|thought|thoughts|reasoning|reason|reflection|analysis|scratchpad|planning|plan)\\s?[>\u25b7]|\\[%sthink]";

    private static final String HEAD = "<\\|channel\\|>\\s?%s[^<]{0,80}<\\|message\\|>";

    /** Kimi has triangles, Magistral brackets, gpt-oss a head before each part; other heads begin what is meant. */
    private static final Pattern THOUGHTS = Pattern.compile(
            "(?<begin>[<\u25c1]" + THOUGHT.formatted("") + "|" + HEAD.formatted("(?:analysis|commentary)")
                    + "|<\\|begin_of_thought\\|>)"
                    + "|(?<end>[<\u25c1]/" + THOUGHT.formatted("/") + "|"
                    + HEAD.formatted("final") + "|<\\|end_of_thought\\|>|<\\|message\\|>)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern END_OF_TURN = Pattern.compile(
            "<\\|(?:im_end|return|eot_id|eom_id|end|endoftext|end_of_text|end_of_turn|eot)\\|>|</s>|<end_of_turn>|<eos>"
                    + "|\\[end of text]|<\uff5cend\u2581of\u2581sentence\uff5c>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARK = Pattern.compile(
            END_OF_TURN.pattern()
                    + "|<[|\uff5c][\\w\u2581/ ]{1,40}[|\uff5c]>|<s>|<bos>|<start_of_turn>(?:model)?|\\[/?INST]",
            Pattern.CASE_INSENSITIVE);

    static Speech of(String said) {
        StringBuilder text = new StringBuilder();
        boolean thinking = false;
        int from = 0;
        for (Matcher mark = THOUGHTS.matcher(said); mark.find(); ) {
            if (mark.group("end") != null) {
                if (!thinking) {
                    // the thought began in the question already
                    text.setLength(0);
                }
                thinking = false;
                from = mark.end();
            } else if (!thinking) {
                text.append(said, from, mark.start());
                thinking = true;
            }
        }
        if (!thinking) {
            text.append(said, from, said.length());
        }
        return new Speech(text.toString(), thinking);
    }

    /** Without what some models go on with: the next question, and their own answer to that. */
    String firstTurn() {
        boolean words = false;
        int from = 0;
        for (Matcher mark = MARK.matcher(text); mark.find(); from = mark.end()) {
            words |= !text.substring(from, mark.start()).isBlank();
            if (words && END_OF_TURN.matcher(mark.group()).matches()) {
                return unmarked(text.substring(0, mark.start()));
            }
        }
        return all();
    }

    String all() {
        return unmarked(text);
    }

    private static String unmarked(String text) {
        return MARK.matcher(text).replaceAll(" ");
    }
}
