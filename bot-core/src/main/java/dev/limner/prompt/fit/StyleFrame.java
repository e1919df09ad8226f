package dev.limner.prompt.fit;

import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.markup.GivenText;
import dev.limner.prompt.text.Words;
import java.util.Set;

/**
 * A style prefix, parted where the rest goes.
 *
 * @param head before the rest
 * @param tail after it
 * @param headJoint what stands between head and rest
 * @param tailJoint what stands between rest and tail
 */
public record StyleFrame(String head, String tail, String headJoint, String tailJoint) {
    public static final StyleFrame NONE = new StyleFrame("", "", "", "");
    private static final String MARK = "{prompt}";

    /** Words that are not complete without what comes after them. */
    private static final Set<String> OPEN_ENDS = Set.of(
            "of", "with", "showing", "shows", "depicting", "depicts", "featuring", "portraying", "von", "de", "di");

    public static StyleFrame of(String prefix, Wording wording) throws CannotComposeException {
        int mark = prefix.indexOf(MARK);
        if (mark < 0) {
            String head = clean(prefix, wording);
            return wording.encoder().readsProse() && isOpen(head)
                    ? new StyleFrame(head, "", " ", "")
                    : new StyleFrame(wording.sentence(head), "", wording.joint(), "");
        }
        String before = prefix.substring(0, mark);
        String after = prefix.substring(mark + MARK.length()).replace(MARK, " ");
        boolean commaBefore = before.stripTrailing().endsWith(",");
        boolean commaAfter = after.stripLeading().startsWith(",");
        return new StyleFrame(
                clean(before, wording), clean(after, wording), commaBefore ? ", " : " ", commaAfter ? ", " : " ");
    }

    /** Whether its words need a thing or a person after them, as "a drawing of" does. */
    public boolean awaits() {
        return isOpen(head);
    }

    /** What stands between head and rest: a colon, where the head awaits a person and a sentence comes. */
    String jointBefore(Piece piece) {
        return awaits() && !piece.isApposition() ? ": " : headJoint;
    }

    private static boolean isOpen(String text) {
        Words words = Words.of(text);
        return words.after(words.size() - 1) == '\n' && OPEN_ENDS.contains(words.word(words.size() - 1));
    }

    private static String clean(String text, Wording wording) throws CannotComposeException {
        return GivenText.read(text, "the style", wording.encoder()).text();
    }

    StyleFrame with(String newHead, String newTail) {
        return new StyleFrame(newHead, newTail, headJoint, tailJoint);
    }
}
