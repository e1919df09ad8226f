package dev.limner.image.a1111;

/** Everything that goes wrong with a server: what the requester reads, what the operator does, whether to try again. */
enum Fault {
    UNREACHABLE(
            true,
            "The picture server cannot be reached. Try again in a while; if it stays away, tell whoever runs this bot.",
            "start the server, or correct its address in IMAGE_BACKENDS"),
    /** Nothing listens there: nothing draws there either. */
    DOWN(
            true,
            "The picture server cannot be reached. Try again in a while; if it stays away, tell whoever runs this bot.",
            "start the server, or correct its address in IMAGE_BACKENDS"),
    BROKEN_OFF(
            true,
            "The picture server broke off before the picture was done. Try again in a while.",
            "look into the server's own log: it closed the connection"),
    PERHAPS_DRAWING(
            false,
            "The picture server broke off without an answer; it may still be drawing. Ask again in a while.",
            "look into the server's own log, and at time limits of what stands between it and this bot"),
    LOST_SIGHT(
            true,
            "The picture server cannot be asked how far the picture is. Try again in a while.",
            "look whether the server is reachable all the time"),
    UNAUTHORISED(
            false,
            "The picture server does not let this bot in. Whoever runs the bot has to correct its key.",
            "set IMAGE_API_KEY to the user:password of the server's --api-auth, or to its token"),
    API_OFF(
            false,
            "The picture server does not take requests from programs. Whoever runs the bot has to turn that on.",
            "start the server with --api"),
    OTHER_SERVER(
            false,
            "What answers at the picture server's address is no picture server. Whoever runs the bot has to correct the"
                    + " address.",
            "correct the address in IMAGE_BACKENDS: what answers there does not speak /sdapi/v1"),
    COMFYUI(
            false,
            "The picture server is of another kind than configured. Whoever runs the bot has to correct that.",
            "this is a ComfyUI server: write comfyui=ADDRESS in place of a1111=ADDRESS in IMAGE_BACKENDS"),
    REDIRECTED(
            false,
            "The picture server has moved. Whoever runs the bot has to correct its address.",
            "give the address that the server points to in IMAGE_BACKENDS"),
    NO_MODEL(
            false,
            "The picture server has no image model loaded. Whoever runs the bot has to load one.",
            "load an image model (checkpoint) at the server"),
    UNKNOWN_MODEL(
            false,
            "The picture server does not have the configured image model. Whoever runs the bot has to correct that.",
            "set IMAGE_MODEL to a checkpoint that the server has, or leave it out to take the loaded one"),
    REJECTED(
            false,
            "The picture server did not accept this request; trying again will not help. Tell whoever runs this bot.",
            "see the server's words: it refused the request's fields"),
    OUT_OF_MEMORY(
            false,
            "The picture server ran out of memory. Ask for a smaller size, in a chat with /settings set size.",
            "use a smaller size or model, or start the server with --medvram"),
    SERVER_ERROR(
            true,
            "The picture server failed while drawing. Try again in a while; if it keeps failing, tell whoever runs this"
                    + " bot.",
            "look into the server's own log"),
    BUSY(true, "The picture server is busy. Try again in a while.", "let the server finish what it does"),
    NO_PICTURE(
            true,
            "The picture server finished without a picture. Try again, perhaps with a shorter or different prompt.",
            "look into the server's own log: it answered without a picture"),
    GARBLED(
            true,
            "What the picture server sent is broken and cannot be shown. Try again in a while.",
            "look into the server's own log, and at what stands between it and this bot: its answer is broken"),
    TOO_LARGE(
            false,
            "The picture server's answer is too large. Ask for a smaller size, in a chat with /settings set size.",
            "use a smaller size, or PNG or JPEG as the server's format"),
    STALLED(
            false,
            "The picture server made no progress for too long, so the picture was given up. Try again later; if it"
                    + " happens again, tell whoever runs this bot.",
            "look whether the server hangs; if it is only slow, raise IMAGE_TIMEOUT"),
    CLOSED(
            true,
            "The bot is shutting down; the picture will be drawn when it is back.",
            "nothing: it is shutting down");

    private final boolean mayRetry;
    private final String forRequester;
    private final String fix;

    Fault(boolean mayRetry, String forRequester, String fix) {
        this.mayRetry = mayRetry;
        this.forRequester = forRequester;
        this.fix = fix;
    }

    boolean mayRetry() {
        return mayRetry;
    }

    String forRequester() {
        return forRequester;
    }

    /** What the operator can do. */
    String fix() {
        return fix;
    }
}
