/** The adapter to Discord, on JDA: translates, and decides nothing. */
@NullMarked
package dev.limner.discord;

import org.jspecify.annotations.NullMarked;
