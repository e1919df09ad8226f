/** Servers that speak {@code /sdapi/v1}, as AUTOMATIC1111's web UI introduced it. */
@NullMarked
package dev.limner.image.a1111;

import org.jspecify.annotations.NullMarked;
