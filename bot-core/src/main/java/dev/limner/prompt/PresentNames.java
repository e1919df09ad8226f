package dev.limner.prompt;

import dev.limner.prompt.names.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads how somebody lists who is there: "Mira (the elf)", "Mira, Tobin", "Mira: by the door". */
final class PresentNames {
    private static final Pattern REMARK = Pattern.compile("[(\\[\uff08][^)\\]\uff09]{0,120}[)\\]\uff09]?");

    private static final Pattern BETWEEN =
            Pattern.compile("[,;:/&+\u3001\uff0c]|\\s[-\u2013\u2014]+\\s|\\s(?:and|und|et)\\s");

    private static final Pattern NOBODY =
            Pattern.compile("[\\s.-]*(?:none|nobody|no[ -]one|n/a|null|niemand)?[\\s.-]*", Pattern.CASE_INSENSITIVE);

    private final Lexicon lexicon;

    PresentNames(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Everybody that it names, by their places; the whole before its parts, as a name may hold what parts others. */
    List<Integer> called(String listed) {
        List<Integer> whole = lexicon.called(listed.strip());
        if (!whole.isEmpty()) {
            return whole;
        }
        String bare = REMARK.matcher(listed).replaceAll(" ").strip();
        List<Integer> called = new ArrayList<>(lexicon.called(bare));
        if (called.isEmpty()) {
            for (String part : BETWEEN.split(bare)) {
                called.addAll(lexicon.called(part.strip()));
            }
        }
        return called;
    }

    static boolean isNobody(String listed) {
        return NOBODY.matcher(listed).matches();
    }
}
