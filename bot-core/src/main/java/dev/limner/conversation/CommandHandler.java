package dev.limner.conversation;

import dev.limner.chat.ChatException;
import dev.limner.input.RefusedException;

/** Does what one command asks for. Runs on its channel's lane; may block. */
@FunctionalInterface
interface CommandHandler {

    /** @throws RefusedException when the command cannot be followed; its message is the answer */
    void handle(CommandContext command) throws RefusedException, ChatException;
}
