package dev.limner.prompt.text;

/** Follows a text sign by sign and tells what is spoken: between quotation marks, or after a dash at a line's start. */
public final class Quotation {
    private boolean open;
    private boolean dashed;

    void begin() {
        open = false;
        dashed = false;
    }

    int flags() {
        return (open ? Words.QUOTED : 0) | (dashed ? Words.DASHED : 0);
    }

    /** @param before the last character before it that is no blank; a line break at a text's start */
    void sign(int sign, char before) {
        switch (sign) {
            case '\n' -> begin();
            case '\u201E', '\u300C', '\u300E' -> open = true;
            case '\u201D', '\u300D', '\u300F' -> open = false;
            case '"', '\u201C', '\u00AB', '\u00BB', '\uFF02' -> open = !open;
            case '\u2014', '\u2013', '\u2015' -> {
                if (before == '\n') {
                    open = true;
                    dashed = true;
                } else if (dashed) {
                    open = !open;
                }
            }
            default -> {}
        }
    }
}
