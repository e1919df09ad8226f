/** The sample story, told with the commands and messages that a person would use. */
@NullMarked
package dev.limner.webchat.sample;

import org.jspecify.annotations.NullMarked;
