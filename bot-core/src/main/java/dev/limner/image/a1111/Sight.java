package dev.limner.image.a1111;

/**
 * What was seen of a request under way.
 *
 * @param ours whether the server works on this very request
 * @param fraction how far it is, 0 to 1; of no meaning unless it is ours
 * @param sign changes as long as the server gets on with anything
 */
record Sight(boolean ours, double fraction, String sign) {
    static final Sight NOTHING = new Sight(false, 0, "");
}
