/** The Bot API: calls, faults, pace, and the polling of updates. */
@NullMarked
package dev.limner.telegram.api;

import org.jspecify.annotations.NullMarked;
