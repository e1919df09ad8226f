/** Interactions that a picture was asked for with, kept for a process that did not hear them. */
@NullMarked
package dev.limner.discord.interaction;

import org.jspecify.annotations.NullMarked;
