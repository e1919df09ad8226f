package dev.limner.image.wire;

import dev.limner.image.Picture;
import dev.limner.prompt.Composition;
import java.util.ArrayList;
import java.util.List;

/** Notes about a picture whose size is not the one that was asked for. */
public final class DrawnSize {
    private DrawnSize() {}

    /** The notes, and one more when the picture is of another size than was asked for. */
    public static List<String> noted(List<String> notes, Composition asked, Picture drawn) {
        if (drawn.width() == asked.width() && drawn.height() == asked.height()) {
            return notes;
        }
        List<String> more = new ArrayList<>(notes);
        more.add("The picture server drew %d × %d in place of %d × %d."
                .formatted(drawn.width(), drawn.height(), asked.width(), asked.height()));
        return more;
    }
}
