package dev.limner.prompt.fit;

/** Says what a text costs its encoder. */
public interface TokenMeter {
    /** Of a token, so that sums of words need no rounding. */
    int UNIT = 100;

    /** Whole tokens. */
    int tokens(CharSequence text);

    /** In hundredths of a token. */
    int cost(CharSequence text);

    /** Whether this is what the encoder really makes of it. */
    boolean exact();
}
