package dev.limner.gateway.desk;

import dev.limner.chat.Content;

/** What became of one picture that was asked for. */
public sealed interface Outcome {

    /** @param mediaType such as {@code image/png} */
    record Drawn(Content content, String mediaType) implements Outcome {}

    /**
     * The same may be drawn when it is asked for again.
     *
     * @param why for whoever asked
     */
    record Failed(String why) implements Outcome {}

    /**
     * It cannot be drawn as it was asked for, such as where an image server's filter will not have it.
     *
     * @param why for whoever asked
     */
    record Refused(String why) implements Outcome {}

    /** Somebody took it back. */
    record Cancelled() implements Outcome {}
}
