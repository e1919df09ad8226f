/** What was received and is not handled yet. */
@NullMarked
package dev.limner.telegram.inbox;

import org.jspecify.annotations.NullMarked;
