/** How well a composed prompt fits its story, measured on stories with known answers. */
@NullMarked
package dev.limner.bench.fidelity;

import org.jspecify.annotations.NullMarked;
