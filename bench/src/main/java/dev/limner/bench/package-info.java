/** How fast the parts are that people wait for. */
@NullMarked
package dev.limner.bench;

import org.jspecify.annotations.NullMarked;
