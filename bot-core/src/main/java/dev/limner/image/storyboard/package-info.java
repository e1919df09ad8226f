/** The backend that needs no server: draws what a model would be asked for, as a storyboard sheet. */
@NullMarked
package dev.limner.image.storyboard;

import org.jspecify.annotations.NullMarked;
