package dev.limner.image.comfyui;

/** Which of IPAdapter_plus' ways makes faces with SD 1.5 and SDXL. */
public enum FaceAdapter {
    /** Needs no more than the nodes and the adapter's own files. */
    PLUS,
    /** FaceID plus v2: closer likeness; the server needs insightface, which {@code /object_info} does not tell. */
    FACEID
}
