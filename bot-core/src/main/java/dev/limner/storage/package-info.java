/** SQL behind the features' repository ports. */
@NullMarked
package dev.limner.storage;

import org.jspecify.annotations.NullMarked;
