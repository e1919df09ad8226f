package dev.limner.image;

import dev.limner.prompt.Reference;

/** A reference with its bytes, which are not to be changed. */
public record ReferenceImage(Reference reference, byte[] bytes, String mediaType) {}
