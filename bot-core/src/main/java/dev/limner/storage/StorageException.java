package dev.limner.storage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteException;

/** What is kept cannot be reached or changed; the message is one line for the operator and names what to mend. */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(String message) {
        super(message);
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the operator has to be told, when a failure comes from the disk rather than from a statement. */
    static Optional<StorageException> of(Throwable failure, Path database) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(SQLiteException.class::isInstance)
                .map(SQLiteException.class::cast)
                .flatMap(e -> told(e, database).stream())
                .map(message -> new StorageException("LIMNER_DATA: " + message, failure))
                .findFirst();
    }

    private static Optional<String> told(SQLiteException failure, Path database) {
        // the low byte is the primary code, see https://www.sqlite.org/rescode.html
        return switch (failure.getResultCode().code & 0xff) {
            case 5, 6 -> Optional.of("the database " + database + " is held by another program; stop that");
            case 8 -> Optional.of("the database " + database + " cannot be written; check who owns it");
            case 10 -> Optional.of("the disk under " + database + " fails (" + failure.getResultCode() + ")");
            case 11, 26 ->
                Optional.of("the database " + database
                        + " is damaged; put a backup in its place, or move it away to begin anew");
            case 13 -> Optional.of("no space is left on the disk for " + database);
            case 14 -> Optional.of("the database " + database + " cannot be opened; check who owns its folder");
            default -> Optional.empty();
        };
    }
}
