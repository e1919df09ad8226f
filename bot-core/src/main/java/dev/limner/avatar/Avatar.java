package dev.limner.avatar;

import dev.limner.chat.CommunityRef;
import dev.limner.chat.UserRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored reference image.
 *
 * @param name unique in its community, over both kinds
 * @param owner null when it belongs to the moderators
 * @param shared whether everyone in the community may use it
 * @param description stands in for the image where one cannot be sent; may be empty
 * @param width of the stored image, pixels
 * @param height of the stored image, pixels
 */
public record Avatar(
        CommunityRef community,
        AvatarKind kind,
        AvatarName name,
        ImageHash image,
        int width,
        int height,
        @Nullable UserRef owner,
        boolean shared,
        String description,
        Instant added) {}
