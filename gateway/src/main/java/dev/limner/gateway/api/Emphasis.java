package dev.limner.gateway.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In this API doubled brackets weigh a word, and in a chat they are talk outside the story, which is never drawn. What
 * weighs is therefore written as the number that it stands for: a factor of 1.1 for each pair of brackets.
 */
final class Emphasis {
    private static final Pattern ROUND = Pattern.compile("\\({2,4}([^()\\[\\]:]{1,200})\\){2,4}");
    private static final Pattern SQUARE = Pattern.compile("\\[{2,4}([^()\\[\\]:|]{1,200})\\]{2,4}");

    private Emphasis() {}

    static String plain(String prompt) {
        return weighed(SQUARE, weighed(ROUND, prompt, '(', 1.1), '[', 1 / 1.1);
    }

    private static String weighed(Pattern brackets, String prompt, char opening, double factor) {
        if (prompt.indexOf(opening) < 0) {
            return prompt;
        }
        return brackets.matcher(prompt).replaceAll(found -> {
            int pairs = 0;
            while (found.group().charAt(pairs) == opening) {
                pairs++;
            }
            double weight = Math.round(Math.pow(factor, pairs) * 100) / 100.0;
            return Matcher.quoteReplacement("(" + found.group(1).strip() + ":" + weight + ")");
        });
    }
}
