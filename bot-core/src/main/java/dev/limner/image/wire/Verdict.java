package dev.limner.image.wire;

/** What an answer's status means, where a service's own words do not say more. */
public final class Verdict {
    private Verdict() {}

    public static WireFault of(Reply reply) {
        return as(reply.isWithoutServer() ? Fault.DOWN : fault(reply.status()), reply);
    }

    public static WireFault as(Fault fault, Reply reply) {
        return new WireFault(fault, reply.describe(), reply.retryAfter().orElse(null), null);
    }

    private static Fault fault(int status) {
        return switch (status) {
            case 401, 403, 407 -> Fault.UNAUTHORISED;
            case 402 -> Fault.NO_CREDIT;
            case 404, 405 -> Fault.OTHER_SERVER;
            case 408, 429, 503 -> Fault.BUSY;
            // Cloudflare's, when the server's machine does not answer
            case 522 -> Fault.UNREACHABLE;
            default -> {
                if (status >= 500) {
                    yield Fault.SERVER_ERROR;
                }
                yield status >= 300 && status < 400 ? Fault.REDIRECTED : Fault.REJECTED;
            }
        };
    }
}
