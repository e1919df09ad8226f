package dev.limner.image;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prompt text without what a kind of server takes as a command. Composing does the same for what people write; this is
 * the last gate before a server, whatever was composed elsewhere, and the only place that knows these sequences. What a
 * backend adds by itself, such as a network that the operator listed, it adds behind this gate. Linear in the text's
 * length; the result has no control character and no half of a surrogate pair.
 */
public enum SafeText {
    /** {@code /sdapi/v1}: networks, wildcards, choices by chance, weights, native parameters of stable-diffusion.cpp. */
    SD_API {
        @Override
        String commandsOut(String text) {
            return clampedWeights(withoutChances(withoutAngles(withoutExtraArgs(text))));
        }
    },
    /** ComfyUI: {@code embedding:NAME} and weights. */
    COMFYUI {
        @Override
        String commandsOut(String text) {
            return clampedWeights(EMBEDDING.matcher(text).replaceAll(" "));
        }
    },
    /** AI Horde: {@code ###} begins its negative prompt. */
    HORDE {
        @Override
        String commandsOut(String text) {
            return clampedWeights(HASHES.matcher(text).replaceAll(" "));
        }
    },
    /**
     * OpenAI's images and the servers that imitate them: LocalAI's vertical bar begins the negative prompt, and it loads
     * networks; stable-diffusion.cpp takes native parameters; weights are read by none and would be drawn as text.
     */
    OPENAI {
        @Override
        String commandsOut(String text) {
            return withoutWeights(withoutAngles(withoutExtraArgs(text)).replace('|', ','));
        }
    },
    /** Hosted models, which read prose and nothing else. */
    PROSE {
        @Override
        String commandsOut(String text) {
            return withoutWeights(text);
        }
    },
    /** Whatever server: all of the above. */
    ANY {
        @Override
        String commandsOut(String text) {
            String plain = withoutChances(withoutAngles(withoutExtraArgs(text)));
            plain = HASHES.matcher(EMBEDDING.matcher(plain).replaceAll(" ")).replaceAll(" ");
            return withoutWeights(plain.replace('|', ','));
        }
    };

    /** Networks, as in {@code <lora:name:0.8>}. */
    private static final Pattern NETWORK = Pattern.compile("<\\w++:[^>]*+>", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern EXTRA_ARGS_MARK =
            Pattern.compile("<\\s*+/?+\\s*+sd_cpp_extra_args\\b", Pattern.CASE_INSENSITIVE);
    private static final String EXTRA_ARGS_END = "</sd_cpp_extra_args>";

    /** {@code __wildcard__} and <code>{one|another}</code>, which extensions replace by chance. */
    private static final Pattern WILDCARD = Pattern.compile("_{2,}+");

    private static final Pattern BRACES = Pattern.compile("[{}]");

    private static final Pattern EMBEDDING = Pattern.compile("embedding:[^\\s,()]*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern HASHES = Pattern.compile("#{2,}+");

    private static final Pattern ANGLE = Pattern.compile("[<>]");

    /** All that Python's {@code float} reads, whose digits are those of every script. */
    private static final String NUMBER = "[+-]?+(?:[.\\d][.\\d_e+-]*+|inf(?:inity)?+|nan)";

    private static final Pattern WEIGHT = number(":\\s*+(" + NUMBER + ")\\s*+\\)");
    private static final Pattern WEIGHTED = number("\\(([^():]*+):\\s*+" + NUMBER + "\\s*+\\)");
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 1.9;
    private static final int LONGEST_NUMBER = 12;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\x{D800}-\\x{DFFF}]");

    private static Pattern number(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    abstract String commandsOut(String text);

    public String clean(String text) {
        return commandsOut(UNPRINTABLE.matcher(text).replaceAll(" ")).strip();
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

    /**
     * Networks with what they name, then every bracket that is left: an open one would become a command with the end of
     * whatever comes behind it. A blank in its place keeps the text around it from becoming the next one.
     */
    private static String withoutAngles(String text) {
        int last = text.lastIndexOf('>') + 1;
        String closed = NETWORK.matcher(text.substring(0, last)).replaceAll(" ") + text.substring(last);
        return ANGLE.matcher(closed).replaceAll(" ");
    }

    private static String withoutChances(String text) {
        return BRACES.matcher(WILDCARD.matcher(text).replaceAll("_")).replaceAll(" ");
    }

    private static String withoutWeights(String text) {
        return WEIGHTED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
    }

    private static String clampedWeights(String text) {
        return WEIGHT.matcher(text).replaceAll(SafeText::clampedWeight);
    }

    private static String clampedWeight(MatchResult match) {
        return ":" + clamp(match.group(1)) + ")";
    }

    /** What is no number would end the request with an error at the server. */
    private static double clamp(String number) {
        try {
            double weight = number.length() > LONGEST_NUMBER ? 1 : Double.parseDouble(ascii(number));
            return Double.isNaN(weight) ? 1 : Math.max(LOWEST, Math.min(HIGHEST, weight));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static String ascii(String number) {
        StringBuilder ascii = new StringBuilder();
        number.codePoints()
                .forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }
}
