package dev.limner.image;

import java.time.InstantSource;

final class InMemoryJobBookTest extends JobBookContract {
    @Override
    protected JobBook book(InstantSource clock) {
        return new InMemoryJobBook(clock);
    }
}
