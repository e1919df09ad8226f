package dev.limner.character;

import dev.limner.prompt.ModelFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that hold in a place.
 *
 * @param backend the name of a configured backend; null for the operator's order of preference
 * @param model null for the backend's own
 * @param size null for that of the model and the format asked for
 * @param spoiler whether pictures are hidden until somebody clicks
 * @param retentionDays how long the story is kept; null for no end
 * @param metadata whether a picture's file says how it was made
 * @param drawRoles who may draw, besides moderators; empty for everyone
 */
public record ChannelSettings(
        @Nullable String backend,
        @Nullable ModelFamily model,
        @Nullable PictureSize size,
        boolean spoiler,
        @Nullable Integer retentionDays,
        boolean metadata,
        List<String> drawRoles) {
    public ChannelSettings {
        drawRoles = List.copyOf(drawRoles);
    }
}
