package dev.limner.avatar;

import java.math.BigDecimal;

/**
 * The wish to condition a picture on an avatar, as {@code <be-face:mira:0.3>}.
 *
 * @param weight 0 to 1; 0 means: do not use it
 */
public record AvatarTag(AvatarKind kind, AvatarName name, double weight) {
    /** Above this a picture follows the image and no longer the text; 0.1 to 0.4 is normally enough. */
    public static final double USUAL_MOST = 0.4;

    public AvatarTag {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight is from 0 to 1");
        }
    }

    /** With a weight to begin with. */
    public static AvatarTag usual(AvatarKind kind, AvatarName name) {
        return new AvatarTag(kind, name, kind.isImage() ? 0.3 : 0.7);
    }

    /** Whether the weight is above what is normally enough. */
    public boolean heavy() {
        return kind.isImage() && weight > USUAL_MOST;
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return "<be-" + kind.word() + ":" + name + ":"
                + BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString() + ">";
    }
}
