/** What was said in the rooms of the web chat, and who the people there are; durable. */
@NullMarked
package dev.limner.webchat.transcript;

import org.jspecify.annotations.NullMarked;
