/** What is captured of a story, and its log. */
@NullMarked
package dev.limner.story;

import org.jspecify.annotations.NullMarked;
