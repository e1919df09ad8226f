/** Finds the characters' names in a text. */
@NullMarked
package dev.limner.prompt.names;

import org.jspecify.annotations.NullMarked;
