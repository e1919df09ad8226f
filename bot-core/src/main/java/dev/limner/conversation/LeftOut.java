package dev.limner.conversation;

import dev.limner.prompt.Dropped;
import java.util.List;
import java.util.Locale;

/** What did not go into a prompt, in few words however much it is. Pure. */
final class LeftOut {
    /** Characters of each. */
    private static final int SHOWN = 80;

    /** Characters of all: so much that a report stays within a few messages. */
    private static final int WHOLE = 2_000;

    private LeftOut() {}

    /** One a line: what people gave, then the story, its newest words last. */
    static String of(List<Dropped> dropped) {
        StringBuilder out = new StringBuilder();
        int told = 0;
        for (Dropped one : Dropped.forReaders(dropped)) {
            String line = "\nLeft out: " + one.what() + " " + quoted(one.text()) + ", " + one.why();
            if (out.length() + line.length() > WHOLE) {
                break;
            }
            out.append(line);
            told++;
        }
        int more = dropped.size() - told;
        return more == 0 ? out.toString() : out + "\nLeft out: " + count(more) + " more.";
    }

    private static String quoted(String text) {
        int all = text.codePointCount(0, text.length());
        return "\"" + Beginnings.of(text, SHOWN) + "\"" + (all <= SHOWN ? "" : " (" + count(all) + " characters)");
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
