package dev.limner.prompt.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places within a sentence about people, such as "the flooded archive" of "Mira steps into the flooded archive". In
 * English only: elsewhere a hint is asked for.
 */
public final class PlacePhrases {
    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:into|inside|within|in|at|through|across|under|beneath|beside|beyond|among|near|around|outside|towards?"
                    + "|onto|along|behind|below|above|from|over|by|on)\\s+((?:the|an?)\\s+[^,;:.!?\u2026()\u2013\u2014]+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Where another thought begins. */
    private static final Pattern END = Pattern.compile(
            "\\s+(?:and|but|or|then|while|as|when|where|who|which|that|to|with|until|before|after)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private PlacePhrases() {}

    /** In the order of the sentence, each beginning in upper case. */
    public static List<String> of(String sentence) {
        List<String> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(sentence);
        while (matcher.find()) {
            String place = END.matcher(matcher.group(1)).replaceAll("").strip();
            if (place.indexOf(' ') > 0) {
                places.add(place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1) + ".");
            }
        }
        return places;
    }
}
