package dev.limner.image;

/** A picture that was checked: its bytes are of that media type and decode to that size. Bytes are not to be changed. */
public record Picture(byte[] bytes, String mediaType, int width, int height) {}
