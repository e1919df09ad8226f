package dev.limner.character;

import java.time.Instant;

/**
 * What was said to hold of a character.
 *
 * @param state empty where the state was taken away
 */
public record StateChange(Instant since, String state) {}
