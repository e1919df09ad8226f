/** The port to an image server. */
@NullMarked
package dev.limner.image;

import org.jspecify.annotations.NullMarked;
