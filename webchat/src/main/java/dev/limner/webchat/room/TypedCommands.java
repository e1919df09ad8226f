package dev.limner.webchat.room;

import dev.limner.command.CommandSyntaxException;
import dev.limner.command.IncomingFile;
import dev.limner.command.Invocation;
import org.jspecify.annotations.Nullable;

/** Reads a command as people type it. */
@FunctionalInterface
public interface TypedCommands {

    /**
     * @param line begins with {@code /}
     * @param file what was sent along
     */
    Invocation read(String line, @Nullable IncomingFile file) throws CommandSyntaxException;
}
