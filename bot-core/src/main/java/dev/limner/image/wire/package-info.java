/** HTTP as every backend needs it: calls that can be broken off, answers of bounded size, faults with their fixes. */
@NullMarked
package dev.limner.image.wire;

import org.jspecify.annotations.NullMarked;
