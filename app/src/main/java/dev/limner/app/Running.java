package dev.limner.app;

import java.util.List;

/** The bot while it runs. */
public interface Running extends AutoCloseable {

    /** Where it can be met, such as {@code web chat  http://127.0.0.1:8080/}; one line each. */
    List<String> surfaces();

    /** Ends within 5 s. */
    @Override
    void close();
}
