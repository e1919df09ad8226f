package dev.limner.image.a1111;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prompt text without what these servers take as commands. Composing does the same for what people write; this is the
 * last gate before a server, whatever was composed elsewhere. Linear in the text's length.
 */
final class PromptText {
    /** Networks, as in {@code <lora:name:0.8>}, and the native parameters of stable-diffusion.cpp. */
    private static final Pattern NETWORK = Pattern.compile("<\\w++:[^>]*+>", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern EXTRA_ARGS_MARK =
            Pattern.compile("<\\s*+/?+\\s*+sd_cpp_extra_args\\b", Pattern.CASE_INSENSITIVE);
    private static final String EXTRA_ARGS_END = "</sd_cpp_extra_args>";

    /** {@code __wildcard__} and <code>{one|another}</code>, which extensions replace by chance. */
    private static final Pattern WILDCARD = Pattern.compile("_{2,}+");

    private static final Pattern BRACES = Pattern.compile("[{}]");

    private static final Pattern WEIGHT = Pattern.compile(":\\s*+([+-]?+[.\\d]++)\\s*+\\)");
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 1.9;
    private static final int LONGEST_NUMBER = 12;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\x{D800}-\\x{DFFF}]");

    private PromptText() {}

    static String of(String text) {
        String clean = UNPRINTABLE.matcher(text).replaceAll(" ");
        clean = withoutExtraArgs(clean);
        clean = withoutNetworks(clean);
        clean = WILDCARD.matcher(clean).replaceAll("_");
        clean = BRACES.matcher(clean).replaceAll(" ");
        clean = WEIGHT.matcher(clean).replaceAll(PromptText::clampedWeight);
        return clean.strip();
    }

    /** Everything from the first mark to the last, or to the end when it is left open. */
    private static String withoutExtraArgs(String text) {
        Matcher mark = EXTRA_ARGS_MARK.matcher(text);
        if (!mark.find()) {
            return text;
        }
        int start = mark.start();
        int end = text.toLowerCase(Locale.ROOT).lastIndexOf(EXTRA_ARGS_END);
        String rest = end < start ? "" : text.substring(end + EXTRA_ARGS_END.length());
        return text.substring(0, start) + " " + rest.replace("sd_cpp_extra_args", " ");
    }

    /** A blank in its place keeps the text around it from becoming the next one. */
    private static String withoutNetworks(String text) {
        int last = text.lastIndexOf('>') + 1;
        return NETWORK.matcher(text.substring(0, last)).replaceAll(" ") + text.substring(last);
    }

    private static String clampedWeight(MatchResult match) {
        return ":" + clamp(match.group(1)) + ")";
    }

    /** What is no number would end the request with an error at the server. */
    private static double clamp(String number) {
        try {
            double weight = number.length() > LONGEST_NUMBER ? 1 : Double.parseDouble(number);
            return Math.max(LOWEST, Math.min(HIGHEST, weight));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
