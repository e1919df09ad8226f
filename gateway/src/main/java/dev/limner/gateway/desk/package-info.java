/** The counter between the image APIs and the core: takes wishes in, hands pictures out. Knows no HTTP. */
@NullMarked
package dev.limner.gateway.desk;

import org.jspecify.annotations.NullMarked;
