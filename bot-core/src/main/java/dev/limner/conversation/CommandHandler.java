package dev.limner.conversation;

import dev.limner.chat.ChatException;
import dev.limner.input.RefusedException;

/** Does what one command asks for. Runs on its channel's lane, unless it asks elsewhere; may block. */
@FunctionalInterface
interface CommandHandler {

    /** @throws RefusedException when the command cannot be followed; its message is the answer */
    void handle(CommandContext command) throws RefusedException, ChatException;

    /** Whether it waits for somebody else's server, and so must not hold up its channel. It may change nothing then. */
    default boolean asksElsewhere() {
        return false;
    }

    static CommandHandler askingElsewhere(CommandHandler handler) {
        return new CommandHandler() {
            @Override
            public void handle(CommandContext command) throws RefusedException, ChatException {
                handler.handle(command);
            }

            @Override
            public boolean asksElsewhere() {
                return true;
            }
        };
    }
}
