package dev.limner.webchat.transcript;

import java.util.List;

/**
 * Someone that the person at the browser can be.
 *
 * @param moderator whether this person may do what moderators may
 * @param characters names under which this person may post as a proxy would
 */
public record Person(String id, String name, boolean moderator, List<String> characters) {
    public Person {
        characters = List.copyOf(characters);
    }
}
