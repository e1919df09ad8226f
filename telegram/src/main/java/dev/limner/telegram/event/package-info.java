/** From updates to what the core hears. */
@NullMarked
package dev.limner.telegram.event;

import org.jspecify.annotations.NullMarked;
