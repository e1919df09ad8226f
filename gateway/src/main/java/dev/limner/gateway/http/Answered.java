package dev.limner.gateway.http;

import java.time.Duration;

/** Hears of every answer, as for figures. Called on many threads, and not to block. */
@FunctionalInterface
public interface Answered {
    /** A client hung up before it was answered. No status of HTTP's own; the number is the one that nginx gives it. */
    int HUNG_UP = 499;

    /** Where nobody wants to know. */
    Answered UNHEARD = (route, status, took) -> {};

    /**
     * @param route the method and the path, such as {@code POST /sdapi/v1/txt2img}, with a star for any name; {@code none}
     *     for what was refused before it was known
     * @param status of HTTP, or {@link #HUNG_UP}
     * @param took from the request's head to the answer's first byte
     */
    void answered(String route, int status, Duration took);
}
