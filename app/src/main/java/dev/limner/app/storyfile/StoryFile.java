package dev.limner.app.storyfile;

import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ListedNetworks;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.ModelFamily;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A story file, read.
 *
 * @param images where the avatars' images are; not looked for, as composing needs none
 */
public record StoryFile(CompositionInput input, Map<AvatarName, Path> images) {
    /** Larger files are refused, bytes. */
    static final int LARGEST = 16 << 20;

    public StoryFile {
        images = Map.copyOf(images);
    }

    public static StoryFile read(Path file, ModelFamily fallback) throws StoryFileException {
        return read(file, fallback, ListedNetworks.NONE);
    }

    /**
     * Reads a file as the contract describes it: UTF-8, unknown fields refused by name.
     *
     * @param fallback the model for a file that names none
     * @param listed what tags may name beside the file's avatars
     */
    public static StoryFile read(Path file, ModelFamily fallback, ListedNetworks listed) throws StoryFileException {
        try {
            return parse(text(file), file, fallback, listed);
        } catch (StoryFileException e) {
            throw new StoryFileException(file + ": " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private static StoryFile parse(String json, Path file, ModelFamily fallback, ListedNetworks listed)
            throws StoryFileException {
        Path folder = file.toAbsolutePath().getParent();
        return new StoryReader(folder == null ? Path.of("") : folder, fallback, listed, json).read();
    }

    private static String text(Path file) throws StoryFileException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw new StoryFileException("there is no such file");
        } catch (IOException e) {
            throw new StoryFileException("cannot be read: " + e.getMessage());
        }
        if (bytes.length > LARGEST) {
            throw new StoryFileException("is larger than 16 MB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new StoryFileException("is not UTF-8 text");
        }
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\p{Cntrl}+", " ");
    }
}
