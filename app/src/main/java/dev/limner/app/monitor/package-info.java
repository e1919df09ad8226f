/** Figures and health for whoever runs the bot; nothing in them names a person, a channel or a community. */
@NullMarked
package dev.limner.app.monitor;

import org.jspecify.annotations.NullMarked;
