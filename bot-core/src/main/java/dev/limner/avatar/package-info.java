/** Reference images: names, tags, and the intake of hostile files. */
@NullMarked
package dev.limner.avatar;

import org.jspecify.annotations.NullMarked;
