package dev.limner.illustration;

import dev.limner.chat.Attachment;
import dev.limner.chat.Content;
import dev.limner.image.Picture;
import dev.limner.image.PictureCheck;
import dev.limner.image.PictureFitter;
import dev.limner.image.ProgressListener;
import dev.limner.image.UnusablePictureException;
import java.util.List;

/** Keeps, and shows on the board, how far a picture is, and how it looks so far. Thread-safe. */
final class ShownProgress implements ProgressListener {
    /** A preview is looked at for two seconds. */
    private static final long LARGEST = 512L << 10;

    private final StatusBoard board;
    private final Running running;
    private final Illustration illustration;
    private final boolean spoiler;

    /** @param spoiler whether the picture is hidden until somebody clicks, and so its preview */
    ShownProgress(StatusBoard board, Running running, Illustration illustration, boolean spoiler) {
        this.board = board;
        this.running = running;
        this.illustration = illustration;
        this.spoiler = spoiler;
    }

    @Override
    public void onBegun() {
        board.show(illustration.id(), Speech.drawing(illustration));
    }

    @Override
    public void onProgress(double fraction) {
        running.progress(illustration.id(), fraction);
        board.show(illustration.id(), Speech.drawing(illustration, fraction));
    }

    @Override
    public void onPreview(byte[] bytes, String mediaType) {
        board.preview(illustration.id(), maxBytes -> attachment(bytes, maxBytes));
    }

    /** What a server sent is looked at before it is passed on; what is no picture is passed over. */
    private List<Attachment> attachment(byte[] bytes, long maxBytes) {
        try {
            Picture picture = PictureFitter.fit(
                    PictureCheck.withoutMetadata(PictureCheck.of(bytes)), Math.min(LARGEST, maxBytes));
            String name = "preview." + PicturePost.extension(picture.mediaType());
            return List.of(new Attachment(
                    name, picture.mediaType(), Content.of(picture.bytes()), "How the picture looks so far", spoiler));
        } catch (UnusablePictureException e) {
            return List.of();
        }
    }
}
