/** The port to a chat platform: what comes in, what goes out, and within which limits. */
@NullMarked
package dev.limner.chat;

import org.jspecify.annotations.NullMarked;
