/** Characters and style presets, and how a channel inherits them. */
@NullMarked
package dev.limner.character;

import org.jspecify.annotations.NullMarked;
