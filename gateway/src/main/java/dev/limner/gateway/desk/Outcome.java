package dev.limner.gateway.desk;

import dev.limner.chat.Content;

/** What became of one picture that was asked for. */
public sealed interface Outcome {

    /** @param mediaType such as {@code image/png} */
    record Drawn(Content content, String mediaType) implements Outcome {}

    /** @param why for whoever asked */
    record Failed(String why) implements Outcome {}

    /** Somebody took it back. */
    record Cancelled() implements Outcome {}
}
