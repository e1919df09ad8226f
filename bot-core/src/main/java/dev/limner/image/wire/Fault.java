package dev.limner.image.wire;

import dev.limner.image.BackendException.Next;

/** Everything that goes wrong with a service: what the requester reads, what the operator does, what may be tried. */
public enum Fault {
    UNREACHABLE(
            Next.AGAIN,
            "The picture server cannot be reached. Try again in a while; if it stays away, tell whoever runs this bot.",
            "start the server, or correct its address in IMAGE_BACKENDS"),
    /** Nothing listens there: nothing draws there either. */
    DOWN(
            Next.AGAIN,
            "The picture server cannot be reached. Try again in a while; if it stays away, tell whoever runs this bot.",
            "start the server, or correct its address in IMAGE_BACKENDS"),
    GONE(
            Next.AGAIN,
            "The picture server went away before the picture was done. Try again in a while.",
            "look into the server's own log: it ended while it was drawing"),
    BROKEN_OFF(
            Next.NOWHERE,
            "The picture server broke off without an answer; it may still be drawing. Ask again in a while.",
            "look into the server's own log, and at time limits of what stands between it and this bot"),
    UNTRACED(
            Next.NOWHERE,
            "The picture server took the request, and its answer is broken; it may still be drawing. Ask again in a"
                    + " while.",
            "look at what stands between the server and this bot: its answer to a request that it took is broken"),
    /** Of a service that charges for what it draws. */
    NOT_RECEIVED(
            Next.NOWHERE,
            "The picture service took this request, and may charge for it, but no whole picture arrived. Ask again if you"
                    + " want it drawn, and paid for, once more.",
            "look at what stands between the service and this bot: its answer did not arrive whole; the service's own page"
                    + " tells what was charged"),
    BUSY(Next.AGAIN, "The picture server is busy. Try again in a while.", "let the server finish what it does"),
    UNAUTHORISED(
            Next.ELSEWHERE,
            "The picture server does not let this bot in. Whoever runs the bot has to correct its key.",
            "set %s to a key that the server takes"),
    NO_CREDIT(
            Next.ELSEWHERE,
            "The picture server wants to be paid first. Tell whoever runs this bot.",
            "the account of the key in %s has no credit left, or not enough for this model"),
    OTHER_SERVER(
            Next.ELSEWHERE,
            "What answers at the picture server's address is no picture server. Whoever runs the bot has to correct the"
                    + " address.",
            "correct the address in IMAGE_BACKENDS: what answers there is something else"),
    REDIRECTED(
            Next.ELSEWHERE,
            "The picture server has moved. Whoever runs the bot has to correct its address.",
            "give the address that the server points to in IMAGE_BACKENDS"),
    UNKNOWN_MODEL(
            Next.ELSEWHERE,
            "The picture server does not have the configured image model. Whoever runs the bot has to correct that.",
            "name a model that the server has"),
    REJECTED(
            Next.UNFIT,
            "The picture server did not accept this request; trying again will not help. Tell whoever runs this bot.",
            "see the server's words: it refused the request's fields"),
    OUT_OF_MEMORY(
            Next.ELSEWHERE,
            "The picture server ran out of memory. Ask for a smaller size, in a chat with /settings set size.",
            "use a smaller size or model, or fewer references"),
    MISSING_PART(
            Next.ELSEWHERE,
            "The picture server lacks something that this picture needs. Tell whoever runs this bot.",
            "see the server's words: install the node or the model file that they name"),
    STOPPED(
            Next.NOWHERE,
            "The picture was stopped at the picture server, by somebody there. Ask again if you still want it.",
            "nothing: somebody stopped it at the server's own page"),
    SERVER_ERROR(
            Next.AGAIN,
            "The picture server failed while drawing. Try again in a while; if it keeps failing, tell whoever runs this"
                    + " bot.",
            "look into the server's own log, or at its status page"),
    NO_PICTURE(
            Next.AGAIN,
            "The picture server finished without a picture. Try again, perhaps with a shorter or different prompt.",
            "see the server's words: it answered without a picture"),
    GARBLED(
            Next.AGAIN,
            "What the picture server sent is broken and cannot be shown. Try again in a while.",
            "look at what stands between the server and this bot: its answer is broken"),
    TOO_LARGE(
            Next.ELSEWHERE,
            "The picture server's answer is too large. Ask for a smaller size, in a chat with /settings set size.",
            "use a smaller size"),
    NOBODY(
            Next.ELSEWHERE,
            "Nobody can draw this at the moment. Try again later, perhaps with a smaller size.",
            "let another model draw, or wait for workers"),
    EXPIRED(
            Next.AGAIN,
            "The picture server dropped the picture before it was fetched. Try again in a while.",
            "nothing, unless it happens often: the server kept its work for too short a time"),
    UNDELIVERED(
            Next.NOWHERE,
            "The picture was drawn, but could not be fetched from the picture server. Ask again if you want it drawn once"
                    + " more.",
            "see the address that the server gave for its picture: this bot could not fetch from there"),
    LOST_SIGHT(
            Next.RESUME,
            "The picture server cannot be asked how far the picture is. Try again in a while.",
            "look whether the server is reachable all the time"),
    STALLED(
            Next.NOWHERE,
            "The picture server made no progress for too long, so the picture was given up. Try again later; if it"
                    + " happens again, tell whoever runs this bot.",
            "look whether the server hangs; if it is only slow, raise IMAGE_TIMEOUT"),
    CLOSED(
            Next.AGAIN,
            "The bot is shutting down; the picture will be drawn when it is back.",
            "nothing: it is shutting down");

    private final Next next;
    private final String forRequester;
    private final String fix;

    Fault(Next next, String forRequester, String fix) {
        this.next = next;
        this.forRequester = forRequester;
        this.fix = fix;
    }

    public Next next() {
        return next;
    }

    /** Whether work that was begun goes on, and is looked for when it is asked for once more. */
    public boolean isFoundAgain() {
        return this == LOST_SIGHT || this == CLOSED;
    }

    public String forRequester() {
        return forRequester;
    }

    /** @param keyName the configuration key that holds the service's key */
    public String fix(String keyName) {
        return fix.contains("%s") ? fix.formatted(keyName) : fix;
    }
}
