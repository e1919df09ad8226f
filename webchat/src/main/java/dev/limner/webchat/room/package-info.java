/** A room of the web chat: the one order of what happens in it, and what can be seen beside it. */
@NullMarked
package dev.limner.webchat.room;

import org.jspecify.annotations.NullMarked;
