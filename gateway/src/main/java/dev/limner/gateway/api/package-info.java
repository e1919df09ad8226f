/** The APIs that other programs speak, translated to wishes and back. */
@NullMarked
package dev.limner.gateway.api;

import org.jspecify.annotations.NullMarked;
