/** Words a prompt for its encoder, and cuts it to its limit. */
@NullMarked
package dev.limner.prompt.fit;

import org.jspecify.annotations.NullMarked;
