/** The web chat: a chat platform that lives in the browser of this machine. */
@NullMarked
package dev.limner.webchat;

import org.jspecify.annotations.NullMarked;
