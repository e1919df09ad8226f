package dev.limner.app.storyfile;

/** A story file that cannot be taken; the message is one line for whoever wrote the file. */
public final class StoryFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public StoryFileException(String message) {
        super(message);
    }
}
