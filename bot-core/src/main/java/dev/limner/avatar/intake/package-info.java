/**
 * Reads image files that may have been made to do harm.
 *
 * <p>A file is first reduced to what its picture needs: a walk over its blocks, which checks them, drops metadata and
 * every further frame, and tells the size before any decoder is let near. Only the rest is decoded.
 */
@NullMarked
package dev.limner.avatar.intake;

import org.jspecify.annotations.NullMarked;
