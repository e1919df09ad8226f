package dev.limner.illustration;

import dev.limner.chat.Attachment;
import java.util.List;

/** How a picture looks so far, made fit when it is shown. */
interface Preview {
    Preview NONE = maxBytes -> List.of();

    /** @return nothing when it cannot be shown */
    List<Attachment> within(long maxBytes);
}
