package dev.limner.app;

import dev.limner.image.ReferenceImage;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads story files and composes them. */
public interface StoryDesk {

    /**
     * @param usual the model where the file names none
     * @throws StoryException when it cannot be read or composed
     */
    ComposedStory compose(Path file, ModelFamily usual) throws StoryException;

    /** A story with its prompt. */
    interface ComposedStory {

        Composition composition();

        /** The composition on one line, as {@code limner compose} prints it. */
        String json();

        /** Reads the avatars' files. */
        List<ReferenceImage> references() throws StoryException;
    }

    /** A story that cannot be read or composed; the message is one line that says what to mend. */
    final class StoryException extends Exception {
        private static final long serialVersionUID = 1L;

        public StoryException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
