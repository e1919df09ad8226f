/** A Discord on loopback: REST and gateway of version 10, as far as a bot meets them, with what hurts. */
@NullMarked
package dev.limner.discord.loopback;

import org.jspecify.annotations.NullMarked;
