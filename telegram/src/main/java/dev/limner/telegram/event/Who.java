package dev.limner.telegram.event;

import dev.limner.telegram.post.Address;

/**
 * One person in one chat or topic.
 *
 * @param person as in {@link dev.limner.chat.UserRef}
 */
record Who(Address address, String person) {

    /**
     * Whether it is whoever writes in the name of a chat. Their messages come in the chat's name, but the buttons that they
     * press come from their own accounts (tdlib/telegram-bot-api, issue 667), which are not even among the administrators
     * that a bot is told of where it is none itself. So they answer by replies.
     */
    boolean isChat() {
        return Origin.isChat(person);
    }

    /** Whether it is an anonymous administrator: each of them writes in the name of the group itself. */
    boolean isTheGroup() {
        return person.equals(Origin.chat(address.chat()));
    }
}
