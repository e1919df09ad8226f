/** Type set from bundled fonts as outlines, so that it needs no font, and no font library, of the machine. */
@NullMarked
package dev.limner.image.storyboard.type;

import org.jspecify.annotations.NullMarked;
