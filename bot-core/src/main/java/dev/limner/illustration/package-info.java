/** One request for a picture and what becomes of it: durable, fair, told to whoever asked. */
@NullMarked
package dev.limner.illustration;

import org.jspecify.annotations.NullMarked;
