package dev.limner.conversation;

import dev.limner.chat.ChatException;
import dev.limner.input.RefusedException;

/** Does what one command asks for; may block. */
@FunctionalInterface
interface CommandHandler {

    /** @throws RefusedException when the command cannot be followed; its message is the answer */
    void handle(CommandContext command) throws RefusedException, ChatException;

    default Turn turn() {
        return Turn.OF_CHANNEL;
    }

    /** When a command is followed. */
    enum Turn {
        /** In its channel's turn. */
        OF_CHANNEL,
        /** Beside it: it asks somebody else's server, for which nobody is to wait. It may change nothing. */
        ASIDE,
        /** Beside it, but what the same person asks for in that channel afterwards waits for it. */
        OF_PERSON
    }

    static CommandHandler in(Turn turn, CommandHandler handler) {
        return new CommandHandler() {
            @Override
            public void handle(CommandContext command) throws RefusedException, ChatException {
                handler.handle(command);
            }

            @Override
            public Turn turn() {
                return turn;
            }
        };
    }
}
