/** Who does what a sentence of a story tells, as far as its post shows it. */
@org.jspecify.annotations.NullMarked
package dev.limner.prompt.voice;
