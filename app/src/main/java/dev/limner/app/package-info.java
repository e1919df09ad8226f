/** Main and wiring: where everything is put together. */
@NullMarked
package dev.limner.app;

import org.jspecify.annotations.NullMarked;
