/** A Bot API on loopback, which checks and refuses as Telegram does. */
@NullMarked
package dev.limner.telegram.loopback;

import org.jspecify.annotations.NullMarked;
