package dev.limner.image.a1111;

import dev.limner.image.wire.Reply;

/** What an answer other than success means. Dialects word their errors differently, so words decide where they can. */
final class Verdict {
    private Verdict() {}

    static ServerFault of(Reply reply) {
        return new ServerFault(fault(reply), reply.describe());
    }

    private static Fault fault(Reply reply) {
        int status = reply.status();
        if (reply.isWithoutServer()) {
            return Fault.DOWN;
        }
        if (status >= 300 && status < 400) {
            return Fault.REDIRECTED;
        }
        return switch (status) {
            case 401, 403, 407 -> Fault.UNAUTHORISED;
            case 404, 405 -> isRouteUnknown(reply) ? Fault.API_OFF : Fault.REJECTED;
            case 408, 429, 503 -> Fault.BUSY;
            default -> status >= 500 ? serverError(reply) : Fault.REJECTED;
        };
    }

    private static Fault serverError(Reply reply) {
        if (reply.says("outofmemory", "out of memory", "not enough memory", "failed to allocate")) {
            return Fault.OUT_OF_MEMORY;
        }
        return reply.says("\"bad_input\"") ? Fault.REJECTED : Fault.SERVER_ERROR;
    }

    /** A sampler or an image that is not found answers 404 as well. */
    private static boolean isRouteUnknown(Reply reply) {
        String detail = reply.json().map(json -> json.path("detail").asText("")).orElse("Not Found");
        return detail.isEmpty()
                || detail.equalsIgnoreCase("Not Found")
                || detail.equalsIgnoreCase("Method Not Allowed");
    }
}
