/** Google's Gemini image models. */
@NullMarked
package dev.limner.image.gemini;

import org.jspecify.annotations.NullMarked;
