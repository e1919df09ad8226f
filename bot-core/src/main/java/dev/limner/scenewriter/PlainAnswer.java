package dev.limner.scenewriter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer in plain words: without what a model says before and after it, and with its parts where they have labels.
 *
 * @param parts by the field's name; at least the description
 * @param isMusing whether all of it was thought aloud
 */
record PlainAnswer(Map<String, String> parts, boolean isMusing) {
    private static final Pattern ANSWER =
            Pattern.compile("^[*#\\s]{0,6}(?:final |my )?answer[*\\s]{0,4}:[*\\s]{0,4}", flags());

    /** Where the next turn begins, or a word about the answer. */
    private static final Pattern AFTER =
            Pattern.compile("\\n[*(\\[\\s]{0,6}(?:user|human|assistant|note)[*\\s]{0,4}:", flags());

    private static final Pattern LEAD = Pattern.compile(
            "\\s{0,9}(?:(?:sure|certainly|of course|okay|ok|absolutely)(?: thing)?[!,.]? {0,2})?"
                    + "(?:here(?:['\\u2019]s| is)|this is) [^:.\\n]{0,60}(?:description|scene|picture|image|prompt)[^:.\\n]{0,40}:",
            flags());

    private static final Pattern LABEL = Pattern.compile(
            "^(?:[#*\\-]{1,4} {0,2}|)\\*{0,2}(description|present|place|mood|shot)\\*{0,2}(?::\\*{0,2}| {0,2}$)",
            flags());

    private static final Pattern NOTHING = Pattern.compile(
            "null|none|true|false|undefined|n/?a|(?:type, )?string|\u2026|[\\[\\]{}<>\\d\\s.\"-]*", flags());

    private static final Pattern WRAPPING = Pattern.compile(
            "</?(?:answer|output|response|result|json|scene|description|prompt|final|final_answer|text)>", flags());

    static PlainAnswer of(String said) {
        String text = WRAPPING.matcher(said.replaceAll("```[a-zA-Z]{0,12}", " "))
                .replaceAll(" ")
                .strip();
        for (Matcher answer = ANSWER.matcher(text); answer.find(); ) {
            text = text.substring(answer.end()).strip();
            answer = ANSWER.matcher(text);
        }
        Matcher after = AFTER.matcher(text);
        text = after.find() ? text.substring(0, after.start()).strip() : text;
        Map<String, String> parts = labelled(text);
        boolean musing = false;
        if (!parts.containsKey("description")) {
            String told = Musing.without(text);
            musing = told.isEmpty() && !text.isEmpty();
            parts = Map.of("description", unquoted(withoutLead(told)));
        }
        return new PlainAnswer(parts, musing);
    }

    String part(String name) {
        return parts.getOrDefault(name, "");
    }

    /** Whether words say that there is none. */
    static boolean isNothing(String words) {
        return NOTHING.matcher(words.strip()).matches();
    }

    private static Map<String, String> labelled(String text) {
        Map<String, String> parts = new HashMap<>();
        String name = null;
        int from = 0;
        for (Matcher label = LABEL.matcher(text); label.find(); from = label.end()) {
            if (name != null) {
                parts.putIfAbsent(name, unquoted(text.substring(from, label.start())));
            }
            name = label.group(1).toLowerCase(Locale.ROOT);
        }
        if (name != null) {
            parts.putIfAbsent(name, unquoted(text.substring(from)));
        }
        return parts;
    }

    private static String withoutLead(String text) {
        Matcher lead = LEAD.matcher(text);
        return lead.lookingAt() && lead.end() < text.length() ? text.substring(lead.end()) : text;
    }

    /** Without quotation marks around all of it. */
    private static String unquoted(String text) {
        String words = text.strip();
        int last = words.length() - 1;
        boolean around =
                last > 0 && "\"\u201C".indexOf(words.charAt(0)) >= 0 && "\"\u201D".indexOf(words.charAt(last)) >= 0;
        return around && words.substring(1, last).indexOf('"') < 0
                ? words.substring(1, last).strip()
                : words;
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;
    }
}
