package dev.limner.avatar;

import dev.limner.avatar.intake.ImageCleaner;
import dev.limner.avatar.intake.ImageCleaner.CleanPicture;
import dev.limner.command.FileTooLargeException;
import dev.limner.command.IncomingFile;
import dev.limner.input.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where files that people send become images: read up to a limit, checked, re-encoded and stored. Thread-safe; blocks
 * while others are decoded. A file's own time limits on reading are those of its platform.
 */
public final class ImageIntake {
    private static final String MEDIA_TYPE = "image/png";

    private final ImageStore store;
    private final IntakeLimits limits;
    private final ImageCleaner cleaner;
    private final Semaphore turns;

    public ImageIntake(ImageStore store, IntakeLimits limits) {
        this.store = store;
        this.limits = limits;
        this.cleaner = new ImageCleaner(limits.pixels(), limits.leastSide(), limits.longestSide());
        this.turns = new Semaphore(limits.atOnce(), true);
    }

    /** Takes a file in. @throws RefusedException when it is no image that can be taken; nothing is stored then */
    public CleanImage accept(IncomingFile file) throws RefusedException {
        if (file.claimedSize() > limits.bytes()) {
            throw tooLarge("has " + megabytes(file.claimedSize()) + " MB");
        }
        CleanPicture picture = inTurn(file);
        return new CleanImage(store.put(picture.png(), MEDIA_TYPE), picture.width(), picture.height());
    }

    /** Reading takes its turn too, because the bytes of many large files at once would fill the heap. */
    private CleanPicture inTurn(IncomingFile file) throws RefusedException {
        try {
            if (!turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RefusedException("Many images are being read just now. Send yours again in a minute.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("The image was not taken, because the bot is stopping. Send it again later.");
        }
        try {
            return cleaner.clean(read(file));
        } finally {
            turns.release();
        }
    }

    private byte[] read(IncomingFile file) throws RefusedException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(limits.bytes() + 1);
        } catch (FileTooLargeException e) {
            throw new RefusedException("A bot may fetch files of at most " + megabytes(e.most())
                    + " MB here, and this one is larger. Make it smaller and send it again.");
        } catch (IOException e) {
            throw new RefusedException("The file could not be fetched to its end. Send it again.");
        }
        if (bytes.length > limits.bytes()) {
            throw tooLarge("is larger than that");
        }
        return bytes;
    }

    private RefusedException tooLarge(String fault) {
        return new RefusedException("An image may have at most " + megabytes(limits.bytes()) + " MB, and this file "
                + fault + ". Make it smaller and send it again.");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, bytes % 1_000_000 == 0 ? "%.0f" : "%.1f", bytes / 1e6);
    }
}
