package dev.limner.image.wire;

import dev.limner.image.BackendException.Next;
import dev.limner.image.Picture;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a picture from an address that a service gave: over https, or from the service's own host. What the service
 * wants to see of us is shown to the service only.
 */
public final class Download {
    private static final int MOST_REDIRECTS = 3;

    private final Wire wire;

    public Download(Wire wire) {
        this.wire = wire;
    }

    /**
     * @throws WireFault {@link Fault#LOST_SIGHT} when it cannot be fetched for now, {@link Fault#EXPIRED} when it is no
     *     longer there, {@link Fault#UNDELIVERED} when the address is one that nobody may be sent to
     */
    public Picture picture(String address) throws WireFault, InterruptedException {
        HttpUrl url = allowed(HttpUrl.parse(address));
        return Delivery.of(() -> Checked.picture(fetch(url), "GET " + Exchange.bare(url)));
    }

    /**
     * The same where the service has nothing by which its work could be found again: what cannot be fetched is lost, and
     * is not drawn, and paid for, a second time unless somebody asks for that.
     */
    public Picture onlyPicture(String address) throws WireFault, InterruptedException {
        try {
            return picture(address);
        } catch (WireFault e) {
            boolean drawnAgain = e.fault().next() == Next.AGAIN || e.fault().next() == Next.RESUME;
            throw drawnAgain && e.fault() != Fault.CLOSED ? e.as(Fault.UNDELIVERED) : e;
        }
    }

    private byte[] fetch(HttpUrl from) throws WireFault, InterruptedException {
        HttpUrl url = from;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            Reply reply = isOurs(url) ? wire.fetch(url) : wire.fetchBare(url);
            if (reply.isSuccess()) {
                return reply.body();
            }
            String location = reply.headers().get("Location");
            if (reply.status() < 300 || reply.status() >= 400 || location == null) {
                throw refused(reply, url);
            }
            url = allowed(url.resolve(location));
        }
        throw new WireFault(Fault.UNDELIVERED, "the address of the picture leads in circles: " + Exchange.bare(url));
    }

    private static WireFault refused(Reply reply, HttpUrl url) {
        String detail = "GET " + Exchange.bare(url) + " answered " + reply.status();
        boolean later = reply.status() >= 500 || reply.status() == 429 || reply.status() == 408;
        return new WireFault(later ? Fault.LOST_SIGHT : Fault.EXPIRED, detail);
    }

    private HttpUrl allowed(@Nullable HttpUrl url) throws WireFault {
        if (url == null) {
            throw new WireFault(Fault.UNDELIVERED, "the address of the picture cannot be read");
        }
        if (!url.isHttps() && !url.host().equals(wire.endpoint().base().host())) {
            throw new WireFault(
                    Fault.UNDELIVERED,
                    "the picture is at " + url.scheme() + "://" + url.host()
                            + ", which is neither https nor the configured server");
        }
        return url;
    }

    private boolean isOurs(HttpUrl url) {
        HttpUrl base = wire.endpoint().base();
        return url.scheme().equals(base.scheme()) && url.host().equals(base.host()) && url.port() == base.port();
    }

    /** Whether a key may be shown there: the service's own host, or over https one of the same domain. */
    public static boolean mayBeTrusted(HttpUrl url, HttpUrl base) {
        if (url.host().equals(base.host())) {
            return url.isHttps() || !base.isHttps();
        }
        return url.isHttps() && domain(url).equals(domain(base)) && !domain(url).isEmpty();
    }

    private static String domain(HttpUrl url) {
        String domain = url.topPrivateDomain();
        return domain == null ? "" : domain.toLowerCase(Locale.ROOT);
    }
}
