/** An optional language model that words the scene; the story is data to it, and its answer is hostile until read. */
@NullMarked
package dev.limner.scenewriter;

import org.jspecify.annotations.NullMarked;
