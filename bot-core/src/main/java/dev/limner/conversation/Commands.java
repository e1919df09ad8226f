package dev.limner.conversation;

import dev.limner.chat.ChatException;
import dev.limner.command.Invocation;
import dev.limner.command.Permission;
import dev.limner.input.RefusedException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which command is handled where. */
final class Commands {
    private final Map<String, CommandHandler> handlers;

    @SafeVarargs
    Commands(Map<String, CommandHandler>... groups) {
        Map<String, CommandHandler> all = new TreeMap<>();
        Stream.of(groups).forEach(all::putAll);
        this.handlers = Map.copyOf(all);
    }

    boolean handles(String path) {
        return handlers.containsKey(path);
    }

    CommandHandler.Turn turn(Invocation invocation) {
        CommandHandler handler = handlers.get(invocation.spec().path());
        return handler == null ? CommandHandler.Turn.OF_CHANNEL : handler.turn();
    }

    void run(CommandContext command) throws RefusedException, ChatException {
        String path = command.invocation().spec().path();
        boolean ofOneMessage = path.equals("story forget") && command.about() != null;
        if (command.invocation().spec().permission() == Permission.MODERATOR
                && !ofOneMessage
                && !command.by().moderator()) {
            throw new RefusedException("/" + path + " is for moderators. Ask one of them.");
        }
        CommandHandler handler = handlers.get(path);
        if (handler == null) {
            throw new IllegalStateException("no handler for /" + path);
        }
        handler.handle(command);
    }
}
