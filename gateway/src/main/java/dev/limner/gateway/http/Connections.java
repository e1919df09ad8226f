package dev.limner.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The connections that are open, and which of them make room when there are too many: strangers do not keep out those who
 * have a key, nor does who leaves connections open between requests. Thread-safe; blocks in {@link #close} only.
 */
final class Connections {
    private final int most;
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    /** From which no key came yet; the oldest first. */
    private final Set<Channel> strangers = new LinkedHashSet<>();
    /** On which nothing is under way between two requests; the one that rests longest first. */
    private final Set<Channel> resting = new LinkedHashSet<>();

    Connections(int most) {
        this.most = most;
    }

    /** @return false, and then it is not held, when there are too many and none makes room */
    boolean hold(Channel client) {
        if (open.size() >= most && !makeRoom()) {
            return false;
        }
        open.add(client);
        synchronized (this) {
            strangers.add(client);
        }
        client.closeFuture().addListener(closed -> forget(client));
        return true;
    }

    private boolean makeRoom() {
        Channel least;
        synchronized (this) {
            least = Stream.concat(strangers.stream(), resting.stream())
                    .findFirst()
                    .orElse(null);
            if (least == null) {
                return false;
            }
            forget(least);
        }
        var unused = least.close();
        return true;
    }

    private synchronized void forget(Channel client) {
        strangers.remove(client);
        resting.remove(client);
    }

    /** A request of it begins. */
    synchronized void begins(Channel client) {
        resting.remove(client);
    }

    /** A key came from there. */
    synchronized void known(Channel client) {
        strangers.remove(client);
    }

    /** It has its answer, and may ask for more. */
    synchronized void rests(Channel client) {
        if (client.isOpen()) {
            resting.add(client);
        }
    }

    int size() {
        return open.size();
    }

    /** Lets go of all, within a second. */
    void close() {
        open.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
