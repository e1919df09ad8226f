package dev.limner.illustration;

import dev.limner.chat.UserRef;
import java.time.InstantSource;
import java.util.function.Predicate;

final class InMemoryLanesTest extends LanesContract {

    @Override
    protected Lanes lanes(Predicate<UserRef> hasWork, int threads, InstantSource time) {
        return new InMemoryLanes(threads, time);
    }
}
