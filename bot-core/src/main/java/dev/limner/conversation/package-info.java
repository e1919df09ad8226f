/** What the bot does with what it hears: each command has its place here. */
@NullMarked
package dev.limner.conversation;

import org.jspecify.annotations.NullMarked;
