package dev.limner.prompt;

import java.util.List;

/**
 * What somebody who words a scene may know of it: cleaned, so without talk out of character, tags and commands.
 *
 * @param cast whom the story names or who wrote it, most prominent first
 * @param story oldest first
 */
public record SceneMaterial(List<Person> cast, List<Line> story, Encoder encoder) {
    public SceneMaterial {
        cast = List.copyOf(cast);
        story = List.copyOf(story);
    }

    /** @param looks words for a prompt; may be empty */
    public record Person(String name, String looks) {}

    /** @param speaker whose post it is; empty where nobody known wrote it */
    public record Line(String speaker, String text) {}
}
