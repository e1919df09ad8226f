package dev.limner.avatar;

/**
 * An image that was checked, re-encoded and stored.
 *
 * @param hash under which it is stored
 * @param width pixels
 * @param height pixels
 */
public record CleanImage(ImageHash hash, int width, int height) {}
