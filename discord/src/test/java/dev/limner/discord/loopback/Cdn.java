package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What people attach, at signed addresses. Thread-safe. */
public final class Cdn {
    private static final String SIGNATURE = "?ex=6a00&is=69ff&hm=5ec4e7";

    private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
    private volatile boolean expired;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private final AtomicInteger fetches = new AtomicInteger();

    /**
     * @param host where the attachment lies
     * @return the attachment as Discord describes it
     */
    ObjectNode add(String id, String name, byte[] bytes, String host) {
        String path = "/attachments/1/" + id + "/" + name;
        uploads.put(path + SIGNATURE, bytes);
        String url = host + path + SIGNATURE;
        return Json.object()
                .put("id", id)
                .put("filename", name)
                .put("size", bytes.length)
                .put("url", url)
                .put("proxy_url", url)
                .put("content_type", "image/png")
                .put("ephemeral", true);
    }

    /** @param address path and signature; null without the right one, or when it has expired */
    byte @Nullable [] fetch(String address) {
        fetches.incrementAndGet();
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return expired ? null : uploads.get(address);
    }

    /** From now on the addresses that it gives out have expired when they are used. */
    public void expire() {
        expired = true;
    }

    /** From now on nothing is answered, until it is released. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    public void release() {
        held.countDown();
    }

    /** How often somebody asked for an attachment. */
    public int fetches() {
        return fetches.get();
    }
}
