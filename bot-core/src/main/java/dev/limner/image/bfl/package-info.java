/** Black Forest Labs' own service: FLUX.2 and FLUX.1 Kontext. */
@NullMarked
package dev.limner.image.bfl;

import org.jspecify.annotations.NullMarked;
