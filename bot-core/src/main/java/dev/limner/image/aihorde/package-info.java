/** AI Horde: volunteers' machines draw, without an account or a GPU of one's own. */
@NullMarked
package dev.limner.image.aihorde;

import org.jspecify.annotations.NullMarked;
