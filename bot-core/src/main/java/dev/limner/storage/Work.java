package dev.limner.storage;

import org.jdbi.v3.core.Handle;

/** A unit of work on the database: done as a whole or not at all. Neither commits nor rolls back itself. */
@FunctionalInterface
public interface Work<T> {
    T on(Handle handle) throws Exception;
}
