/** Who is in the picture: whose posts they are, who is named, and who of these is not there. */
@NullMarked
package dev.limner.prompt.cast;

import org.jspecify.annotations.NullMarked;
