package dev.limner.command;

import org.jspecify.annotations.Nullable;

/** A value given for an option, typed and within the option's limits. */
public sealed interface OptionValue {

    record Text(String value) implements OptionValue {}

    record Whole(int value) implements OptionValue {}

    record Image(IncomingFile file) implements OptionValue {}

    /**
     * A member of the community.
     *
     * @param userId the account's id on the platform, where it is known; a typed command may give a name only
     */
    record Person(@Nullable String userId, String displayName) implements OptionValue {}
}
