/** The adapter to Telegram: groups, topics and private chats, by long polling. */
@NullMarked
package dev.limner.telegram;

import org.jspecify.annotations.NullMarked;
