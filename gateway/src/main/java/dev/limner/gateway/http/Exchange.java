package dev.limner.gateway.http;

/** One request at what answers it, from its head on. Ends by {@link #ended()} or by {@link #left()}. */
public interface Exchange {

    /** Answers the request, which came in whole; may block. */
    Answering answer(Request request) throws Refusal;

    /** The client hung up before it had its answer; may block. Also before the request came in whole. */
    void left();

    /** The client has its answer, or was sent away; not to block. */
    void ended();
}
