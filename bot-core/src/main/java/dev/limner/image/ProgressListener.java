package dev.limner.image;

/** Told how far a picture is. Called from the backend's own threads; returns at once. */
public interface ProgressListener {

    /** A server's turn has come, and it is asked now; again when another is. Many never tell more. */
    default void onBegun() {}

    /** @param fraction 0 to 1 */
    void onProgress(double fraction);

    /**
     * How the picture looks so far, from servers that show it. Nobody has checked these bytes.
     *
     * @param mediaType as the server calls it
     */
    default void onPreview(byte[] bytes, String mediaType) {}
}
