package dev.limner.webchat.sample;

/** The avatars of the sample, as PNG of 640 by 640 pixels; drawn by arithmetic, so always the same. */
public final class SamplePortraits {

    private SamplePortraits() {}

    /** The archivist, by lamplight. */
    public static byte[] mira() {
        return MiraPortrait.draw().png();
    }

    /** Mountains in mist, for their manner rather than their subject. */
    public static byte[] inkwash() {
        return InkLandscape.draw().png();
    }
}
