/** From scene, cast and style to a prompt that fits its model. Pure: no time, no chance, no I/O. */
@NullMarked
package dev.limner.prompt;

import org.jspecify.annotations.NullMarked;
