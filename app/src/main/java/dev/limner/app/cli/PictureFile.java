package dev.limner.app.cli;

import dev.limner.image.Picture;
import dev.limner.image.PictureFitter;
import dev.limner.image.UnusablePictureException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Where a picture is to be written: whole or not at all. */
final class PictureFile {
    private static final String PNG = "image/png";

    private final Path path;
    private final Path folder;

    private PictureFile(Path path, Path folder) {
        this.path = path;
        this.folder = folder;
    }

    /** Refuses a place that nothing can be written to, before anything is drawn for it. */
    static PictureFile at(Path path) throws CannotException {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        if (Files.isDirectory(absolute) || folder == null) {
            throw new CannotException(path + " is a folder; give -o the name of a file", null);
        }
        if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
            throw new CannotException(path + " is no ordinary file; give -o the name of one, or a new name", null);
        }
        if (!Files.isDirectory(folder)) {
            throw new CannotException("there is no folder " + folder + "; make it, or give -o another", null);
        }
        if (!Files.isWritable(folder) || (Files.exists(absolute) && !Files.isWritable(absolute))) {
            throw new CannotException(path + " cannot be written; give -o a place that this user may write to", null);
        }
        return new PictureFile(absolute, folder);
    }

    /** A story that is read is not to be lost to its picture. */
    void refuseToReplace(Path story) throws CannotException {
        try {
            if (Files.exists(path) && Files.exists(story) && Files.isSameFile(path, story)) {
                throw new CannotException(path + " is the story itself; give -o another name", null);
            }
        } catch (IOException e) {
            throw new CannotException(path + " cannot be compared with the story (" + e.getMessage() + ")", e);
        }
    }

    /** Refuses a name that promises what is not written. */
    void refuseOtherFormats() throws CannotException {
        if (!ending().isEmpty() && !ending().equals("png") && !isJpeg()) {
            throw new CannotException(
                    path + ": a picture is written as PNG or JPEG; give -o a name that ends in .png or .jpg", null);
        }
    }

    private boolean isJpeg() {
        return ending().equals("jpg") || ending().equals("jpeg");
    }

    /** What stands behind the last dot, in lower case; empty where there is none. */
    private String ending() {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Writes it as its name says, whatever it was; as PNG where that says nothing. */
    void write(Picture picture) throws CannotException {
        try {
            Path draft = folder.resolve(
                    "." + path.getFileName() + "." + ProcessHandle.current().pid());
            // what a link leads to is replaced, and the link stays
            Path target = Files.exists(path) ? path.toRealPath() : path;
            try {
                Files.write(draft, isJpeg() ? PictureFitter.jpeg(picture).bytes() : png(picture));
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | UnusablePictureException e) {
            throw new CannotException(path + " cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static byte[] png(Picture picture) throws IOException {
        if (picture.mediaType().equals(PNG)) {
            return picture.bytes();
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (image == null || !ImageIO.write(image, "png", bytes)) {
            throw new IOException("the server's " + picture.mediaType() + " cannot be turned into a PNG");
        }
        return bytes.toByteArray();
    }
}
