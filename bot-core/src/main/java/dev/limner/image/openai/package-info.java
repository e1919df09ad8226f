/** OpenAI's image endpoints, and the servers of one's own that imitate them. */
@NullMarked
package dev.limner.image.openai;

import org.jspecify.annotations.NullMarked;
