/** The node that Block Entropy published, for whoever still runs it. */
@NullMarked
package dev.limner.image.blockentropy;

import org.jspecify.annotations.NullMarked;
