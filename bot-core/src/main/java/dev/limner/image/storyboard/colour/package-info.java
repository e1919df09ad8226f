/** Colour as the eye sees it: OKLCH, contrast, and palettes drawn from pictures or from seeds. */
@NullMarked
package dev.limner.image.storyboard.colour;

import org.jspecify.annotations.NullMarked;
