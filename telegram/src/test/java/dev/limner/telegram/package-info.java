/** The adapter, tried against a Bot API on loopback. */
@NullMarked
package dev.limner.telegram;

import org.jspecify.annotations.NullMarked;
