package dev.limner.discord;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.RequestBody;

/**
 * Requests about what JDA need not know, such as a thread that sleeps: whether it takes a post is for Discord to say, not
 * for a cache. They go through JDA's queue all the same, which keeps Discord's limits. JDA's public way to that
 * queue begins at entities from its cache, so this one class uses the internal {@code RestActionImpl}. Blocks.
 */
final class Requests {
    private Requests() {}

    /** @return what Discord answered; empty where it answers nothing */
    static DataObject send(JDA jda, Route.CompiledRoute route, DataObject body, Set<? extends AttachedFile> files)
            throws ChatException {
        return run(new RestActionImpl<>(jda, route, (response, request) -> response.getObject()) {
            @Override
            protected RequestBody finalizeData() {
                return getMultipartBody(files, body);
            }
        });
    }

    /** Without a body. */
    static DataObject send(JDA jda, Route.CompiledRoute route) throws ChatException {
        return run(new RestActionImpl<>(
                jda, route, (response, request) -> response.optObject().orElseGet(DataObject::empty)));
    }

    /** Without a body; answered with a list. */
    static DataArray list(JDA jda, Route.CompiledRoute route) throws ChatException {
        return run(new RestActionImpl<>(jda, route, (response, request) -> response.getArray()));
    }

    private static <T> T run(RestActionImpl<T> action) throws ChatException {
        try {
            return Completion.of(action);
        } catch (IllegalStateException e) {
            // the answer could not be read, or JDA is closing: what was asked may have been done
            throw new ChatException(Kind.UNAVAILABLE, "Discord's answer was lost", true, null, e);
        } catch (RateLimitedException | RuntimeException e) {
            throw Failures.of(e);
        }
    }
}
