package dev.limner.prompt.fit;

import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.markup.GivenText;

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

    public static StyleFrame of(String prefix, Wording wording) throws CannotComposeException {
        int mark = prefix.indexOf(MARK);
        if (mark < 0) {
            return new StyleFrame(wording.sentence(clean(prefix, wording)), "", wording.joint(), "");
        }
        String before = prefix.substring(0, mark);
        String after = prefix.substring(mark + MARK.length()).replace(MARK, " ");
        boolean commaBefore = before.stripTrailing().endsWith(",");
        boolean commaAfter = after.stripLeading().startsWith(",");
        return new StyleFrame(
                clean(before, wording), clean(after, wording), commaBefore ? ", " : " ", commaAfter ? ", " : " ");
    }

    private static String clean(String text, Wording wording) throws CannotComposeException {
        return GivenText.read(text, "the style", wording.encoder()).text();
    }

    StyleFrame with(String newHead, String newTail) {
        return new StyleFrame(newHead, newTail, headJoint, tailJoint);
    }
}
