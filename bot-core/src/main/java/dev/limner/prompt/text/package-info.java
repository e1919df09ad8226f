/** Letters, scripts and words: what a text is before anybody asks what it tells. */
@NullMarked
package dev.limner.prompt.text;

import org.jspecify.annotations.NullMarked;
