package dev.limner.prompt.fit;

import dev.limner.prompt.Encoder;
import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.Script;
import dev.limner.prompt.text.Tidy;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** How an encoder likes to be spoken to: sentences for those that read prose, phrases between commas for CLIP. */
public final class Wording {
    private static final String STOPS = ".!?\u2026\u3002\uFF01\uFF1F";
    private static final Set<String> FIRST_PERSON = Set.of(
            "i", "me", "my", "mine", "myself", "we", "us", "our", "ich", "mich", "mir", "mein", "meine", "meinen", "je",
            "moi", "mon", "ma", "mes", "yo", "mi", "mis", "ja", "moj", "moja", "я", "мне", "меня", "мой", "моя", "мою");

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

    /** A character: prefix, then state; named where the prefix does not do it and the encoder can use the name. */
    public String character(String name, String prefix, String state) {
        if (prefix.isEmpty() && state.isEmpty()) {
            return "";
        }
        if (!encoder.readsProse()) {
            String looks = phrases(prefix);
            String now = phrases(state);
            return looks.isEmpty() || now.isEmpty() ? looks + now : looks + ", " + now;
        }
        String looks = prefix.isEmpty() || state.isEmpty()
                ? prefix + state
                : endsWithStop(prefix) ? prefix + " " + state : prefix + ", " + state;
        return sentence(introduced(name, looks));
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

    private static String introduced(String name, String looks) {
        String folded = Folding.fold(looks);
        String first = Words.of(name).word(0);
        if (name.isEmpty() || folded.contains(Folding.fold(name)) || (first.length() > 2 && folded.contains(first))) {
            return looks;
        }
        boolean article = folded.startsWith("a ") || folded.startsWith("an ") || folded.startsWith("the ");
        return article
                ? name + " is " + Character.toLowerCase(looks.charAt(0)) + looks.substring(1)
                : name + ": " + looks;
    }

    /** A story sentence as spoken or done by somebody, where only its author shows who. */
    public String attributed(String name, String sentence) {
        if (!encoder.readsProse() || name.isEmpty()) {
            return sentence;
        }
        Words words = Words.of(sentence);
        boolean fragment = words.size() > 0 && !words.is(0, Words.CAPITAL) && Verbs.isThirdPerson(words.word(0));
        if (fragment) {
            return name + " " + sentence;
        }
        return speaksOfSelf(words) ? name + ": " + sentence : sentence;
    }

    private static boolean speaksOfSelf(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (FIRST_PERSON.contains(words.word(i))) {
                return true;
            }
        }
        return false;
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
