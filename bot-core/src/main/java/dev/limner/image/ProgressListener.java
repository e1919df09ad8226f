package dev.limner.image;

/** Told how far a picture is. Called from the backend's own threads; returns at once. */
public interface ProgressListener {

    /** @param fraction 0 to 1 */
    void onProgress(double fraction);
}
