/** From what the core says to messages. */
@NullMarked
package dev.limner.telegram.post;

import org.jspecify.annotations.NullMarked;
