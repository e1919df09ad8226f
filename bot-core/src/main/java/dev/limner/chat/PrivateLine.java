package dev.limner.chat;

/** Reaches a person outside of any channel, as by a direct message. Thread-safe; blocks. */
public interface PrivateLine {

    /** The limits of {@link #tell}. */
    Capabilities capabilities();

    /** @throws ChatException among others when the person takes no such messages */
    void tell(UserRef person, PlannedMessage message) throws ChatException;
}
