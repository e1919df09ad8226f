package dev.limner.storage;

import dev.limner.image.JobBook;
import dev.limner.image.JobBookContract;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlJobBookTest extends JobBookContract {
    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    @Override
    protected JobBook book(InstantSource clock) {
        return new SqlJobBook(storage.database(), clock);
    }
}
