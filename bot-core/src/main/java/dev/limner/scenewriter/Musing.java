package dev.limner.scenewriter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Thoughts told aloud without any mark, as by models that reason and servers that do not know it. They are known by how
 * they begin: they speak of the teller or of the task, and what is to be drawn does neither.
 */
final class Musing {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String ME = "(?:i|we(?! (?:see|find|are)\\b)|let me|let us|let['\u2019]s|the user)\\b";

    private static final Pattern BEGINNING = Pattern.compile(
            "[^\\p{L}\\d]{0,20}(?:"
                    + String.join(
                            "|",
                            "(?:okay|ok|alright|all right|right|well|hmm+|wait|actually|so|first|now|next|then|finally)"
                                    + "[,.:!]? (?:so,? |then,? )?" + ME,
                            "(?:okay|ok|alright|hmm+|wait)\\s?(?:[,.:!\u2026]|$)",
                            "(?:let me|let us|let['\u2019]s)\\b",
                            "(?:i|we) (?:need|have|want|ought|am going|are going) to\\b",
                            "(?:i|we)(?:['\u2019]ll| (?:should|must|will)) (?:\\w+ )?(?:describe|write|output|answer|produce|create|"
                                    + "give|focus|start|begin|make|include|use|look|think|keep)\\b",
                            "(?:the|this) (?:user|instructions?|json|(?:task|request) (?:is|asks|says|wants))\\b",
                            "(?:my|our) (?:task|job|goal)\\b",
                            "(?:thinking|thought|reasoning) process\\b",
                            "(?:analysis|reasoning|thoughts?|thinking|plan|draft)[*\\s]{0,4}:",
                            "(?:looking at|based on|reading|given) (?:the|this) (?:story|scene|data|messages?|json|input|roleplay)\\b",
                            "der (?:nutzer|benutzer)\\b",
                            "(?:okay, |also, |zuerst )?(?:ich muss|ich soll|lass mich)\\b",
                            "(?:\u597d\u7684|\u55ef)[\uff0c,]",
                            "(?:\u9996\u5148[\uff0c,]?)?(?:\u7528\u6237|\u8ba9\u6211|\u6211\u9700\u8981|\u6211\u5e94\u8be5)",
                            "\u30e6\u30fc\u30b6\u30fc")
                    + ")",
            FLAGS);

    /** A step of what was thought. */
    private static final Pattern STEP =
            Pattern.compile("\\s*(?:\\d{1,2}[.)]|[*+\\-\u2022]|#+|step \\d)\\s.*", FLAGS | Pattern.DOTALL);

    private static final Pattern RESULT = Pattern.compile(
            "^[*#\\s]{0,6}(?:(?:the|my|so the|and the) )?(?:final |resulting |visual |scene |image ){0,2}"
                    + "(?:description|prompt|output|result|response)[*\\s]{0,4}:[*\\s]{0,4}",
            FLAGS | Pattern.MULTILINE);

    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*(?:(?:-{3,}|\\*{3,}|_{3,})\\s*)?\\n|\\n-{3,}\\n");

    private Musing() {}

    /** What a text comes to after its thoughts; itself where it does not begin with one, empty where it is nothing else. */
    static String without(String text) {
        if (!BEGINNING.matcher(text).lookingAt()) {
            return text;
        }
        int result = -1;
        for (Matcher found = RESULT.matcher(text); found.find(); ) {
            result = found.end();
        }
        if (result >= 0) {
            return text.substring(result).strip();
        }
        List<String> after = new ArrayList<>();
        for (String paragraph : PARAGRAPH.split(text)) {
            if (BEGINNING.matcher(paragraph).lookingAt()
                    || STEP.matcher(paragraph).matches()) {
                after.clear();
            } else if (!paragraph.isBlank()) {
                after.add(paragraph.strip());
            }
        }
        return after.isEmpty() ? "" : after.get(after.size() - 1);
    }
}
