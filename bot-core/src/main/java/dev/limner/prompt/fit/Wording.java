package dev.limner.prompt.fit;

import dev.limner.prompt.Encoder;
import dev.limner.prompt.text.Script;
import dev.limner.prompt.text.Tidy;
import dev.limner.prompt.voice.FirstLetter;
import java.util.List;

/** How an encoder likes to be spoken to: sentences for those that read prose, phrases between commas for CLIP. */
public final class Wording {
    private static final String STOPS = ".!?\u2026\u3002\uFF01\uFF1F";
    private final Encoder encoder;

    public Wording(Encoder encoder) {
        this.encoder = encoder;
    }

    public Encoder encoder() {
        return encoder;
    }

    /** What stands between two pieces. */
    public String joint() {
        return encoder.readsProse() ? " " : ", ";
    }

    /** A sentence for prose; a phrase without its stop for CLIP. */
    public String sentence(String text) {
        if (!encoder.readsProse()) {
            return withoutStop(text);
        }
        if (text.isEmpty() || endsWithStop(text)) {
            return text;
        }
        char last = text.charAt(text.length() - 1);
        return text + (Script.isUnspaced(last) ? "\u3002" : ".");
    }

    /**
     * A character: prefix, then state; named where the prefix does not do it and the encoder can use the name.
     *
     * @param names the name, then aliases
     * @param aside whether words go before it that it belongs to, as in "a drawing of"
     */
    public String character(List<String> names, String prefix, String state, boolean aside) {
        if (prefix.isEmpty() && state.isEmpty()) {
            return "";
        }
        if (!encoder.readsProse()) {
            String looks = phrases(prefix);
            String now = phrases(state);
            return looks.isEmpty() || now.isEmpty() ? looks + now : looks + ", " + now;
        }
        Introduction introduction = new Introduction(names);
        if (prefix.isEmpty() || state.isEmpty()) {
            return sentence(introduction.of(prefix + state, aside));
        }
        return sentence(withState(introduction.of(prefix, aside), state));
    }

    /** A state that begins as a sentence is one; other words go on in the prefix's own sentence, where it is the only one. */
    private String withState(String looks, String state) {
        boolean several = inner(looks) >= 0;
        if (Character.isUpperCase(state.codePointAt(0)) || (several && endsWithStop(looks))) {
            return sentence(looks) + " " + FirstLetter.capital(state);
        }
        return withoutStop(looks) + ", " + state;
    }

    /** Where a sentence ends before the last one; -1 where there is one only. */
    private static int inner(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (STOPS.indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) == ' ') {
                return i;
            }
        }
        return -1;
    }

    /** Sentences as phrases: a stop before a blank becomes a comma. */
    public static String phrases(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i + 1 < out.length(); i++) {
            if (STOPS.indexOf(out.charAt(i)) >= 0 && out.charAt(i + 1) == ' ') {
                out.setCharAt(i, ',');
            }
        }
        return Tidy.tidy(withoutStop(out.toString()));
    }

    public static boolean endsWithStop(String text) {
        return !text.isEmpty() && STOPS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static String withoutStop(String text) {
        int end = text.length();
        while (end > 0 && (STOPS.indexOf(text.charAt(end - 1)) >= 0 || ",;: ".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return text.substring(0, end);
    }
}
