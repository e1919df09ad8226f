package dev.limner.gateway.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In this API brackets within brackets weigh words, and in a chat doubled ones are talk outside the story, which is never
 * drawn. Such groups are therefore written as the numbers that they stand for, read as A1111 reads them: a factor of 1.1
 * for round brackets, or the number before their end; one of 1/1.1 for square ones; unclosed ones reach to the end. Ones
 * behind a backslash are part of a name, as in {@code mira \(limner\)}, and weigh nothing; in a chat they are brackets
 * like all others, so they are left out.
 */
final class Emphasis {
    private static final double ROUND = 1.1;
    private static final double SQUARE = 1 / 1.1;
    /** More distorts the picture, and is taken out of prompts. */
    private static final double MOST = 1.5;

    /** Nobody nests as many; deeper ones weigh nothing, or a prompt of brackets alone would take long to read. */
    private static final int DEEPEST = 32;

    private static final int TOO_DEEP = -1;

    private static final Pattern NUMBER =
            Pattern.compile(":\\s{0,9}([+-]?(?:\\d{1,6}(?:\\.\\d{0,9})?|\\.\\d{1,9}))\\s{0,9}([)\\]])");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private final String group;
    private final List<Words> words = new ArrayList<>();
    private final Deque<Integer> round = new ArrayDeque<>();
    private final Deque<Integer> square = new ArrayDeque<>();
    private StringBuilder current = new StringBuilder();

    private Emphasis(String group) {
        this.group = group;
    }

    private static final class Words {
        private final String text;
        private double weight = 1;

        Words(String text) {
            this.text = text;
        }
    }

    /** With all that stands in brackets within brackets written in single ones, and without those that are none. */
    static String plain(String prompt) {
        StringBuilder out = new StringBuilder(prompt.length());
        for (int i = 0; i < prompt.length(); ) {
            char c = prompt.charAt(i);
            int end = c == '(' || c == '[' ? endOfGroup(prompt, i) : Math.min(prompt.length(), i + (c == '\\' ? 2 : 1));
            String part = prompt.substring(i, end);
            if (c == '\\') {
                out.append(isBracket(prompt, i + 1) ? literal(prompt, i + 1) : part);
            } else {
                out.append(holdsBrackets(part) ? new Emphasis(part).flat() : part);
            }
            i = end;
        }
        return out.toString();
    }

    private static boolean isBracket(String text, int at) {
        return at < text.length() && "()[]".indexOf(text.charAt(at)) >= 0;
    }

    private static int endOfGroup(String prompt, int from) {
        int rounds = 0;
        int squares = 0;
        for (int i = from; i < prompt.length(); i++) {
            switch (prompt.charAt(i)) {
                case '\\' -> i++;
                case '(' -> rounds++;
                case '[' -> squares++;
                case ')' -> rounds = Math.max(0, rounds - 1);
                case ']' -> squares = Math.max(0, squares - 1);
                default -> {}
            }
            if (rounds + squares == 0) {
                return i + 1;
            }
        }
        return prompt.length();
    }

    /** Besides its own, whether or not they are meant as such. */
    private static boolean holdsBrackets(String group) {
        int opened = 0;
        for (int i = 0; i < group.length() && opened < 2; i++) {
            char c = group.charAt(i);
            if (c == '\\') {
                i++;
                opened += isBracket(group, i) ? 2 : 0;
            } else if (c == '(' || c == '[') {
                opened++;
            }
        }
        return opened > 1;
    }

    private String flat() {
        Matcher number = NUMBER.matcher(group);
        for (int i = 0; i < group.length(); i++) {
            char c = group.charAt(i);
            switch (c) {
                case '\\' -> current.append(literal(group, ++i));
                case '(' -> open(round);
                case '[' -> open(square);
                case ')' -> close(round, ROUND, c);
                case ']' -> close(square, SQUARE, c);
                case ':' -> {
                    boolean numbered = number.region(i, group.length()).lookingAt();
                    if (numbered && number.group(2).equals(")") && !round.isEmpty()) {
                        close(round, Double.parseDouble(number.group(1)), c);
                        i = number.end() - 1;
                    } else if (numbered && number.group(2).equals("]") && !square.isEmpty()) {
                        // from which step on, which is the image server's own affair
                        close(square, SQUARE, c);
                        i = number.end() - 1;
                    } else {
                        current.append(c);
                    }
                }
                default -> current.append(c);
            }
        }
        end();
        round.forEach(from -> weigh(from, ROUND));
        square.forEach(from -> weigh(from, SQUARE));
        return written();
    }

    /** What stands behind a backslash; a bracket that is meant as one would be read as a group again. */
    private static String literal(String text, int at) {
        String meant = at < text.length() ? text.substring(at, at + 1) : "";
        return switch (meant) {
            case "(", "[" -> " ";
            case ")", "]" -> "";
            default -> meant;
        };
    }

    private void open(Deque<Integer> brackets) {
        end();
        brackets.push(round.size() + square.size() < DEEPEST ? words.size() : TOO_DEEP);
    }

    private void close(Deque<Integer> brackets, double factor, char otherwise) {
        if (brackets.isEmpty()) {
            current.append(otherwise);
            return;
        }
        end();
        weigh(brackets.pop(), factor);
    }

    private void end() {
        if (!current.isEmpty()) {
            words.add(new Words(current.toString()));
            current = new StringBuilder();
        }
    }

    private void weigh(int from, double factor) {
        if (from != TOO_DEEP) {
            words.subList(from, words.size()).forEach(one -> one.weight *= factor);
        }
    }

    private String written() {
        StringBuilder out = new StringBuilder();
        for (Words one : words) {
            double weight = Math.round(Math.max(-MOST, Math.min(MOST, one.weight)) * 100) / 100.0;
            String text = one.text.strip();
            boolean plain =
                    weight == 1 || TAG.matcher(text).replaceAll("").chars().noneMatch(Character::isLetterOrDigit);
            if (plain) {
                out.append(one.text);
            } else {
                int begins = one.text.indexOf(text);
                out.append(one.text, 0, begins)
                        .append('(')
                        .append(text)
                        .append(':')
                        .append(weight)
                        .append(')')
                        .append(one.text.substring(begins + text.length()));
            }
        }
        return out.toString();
    }
}
