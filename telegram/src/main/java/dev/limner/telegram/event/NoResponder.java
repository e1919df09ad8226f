package dev.limner.telegram.event;

import dev.limner.chat.Capabilities;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;

/** Where there is nobody to answer. */
enum NoResponder implements Responder {
    INSTANCE;

    @Override
    public Capabilities capabilities() {
        throw new UnsupportedOperationException("nobody to answer");
    }

    @Override
    public void respond(PlannedMessage message) {
        throw new UnsupportedOperationException("nobody to answer");
    }
}
