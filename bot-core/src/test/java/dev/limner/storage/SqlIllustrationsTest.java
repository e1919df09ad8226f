package dev.limner.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.avatar.ImageStore;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.illustration.IllustrationRepositoryContract;
import dev.limner.illustration.State;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlIllustrationsTest extends IllustrationRepositoryContract {
    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    @Override
    protected IllustrationRepository illustrations() {
        return new SqlIllustrations(storage.database());
    }

    @Override
    protected ImageStore images() {
        return new SqlImageStore(storage.database());
    }

    @Test
    void the_lane_whose_turn_comes_first_is_first_in_the_queue() {
        illustrations().add(accepted(1, JO));
        illustrations().add(accepted(2, SAM));
        storage.database()
                .writeNow(handle -> handle.execute(
                        "update scheduled_tasks set execution_time = ? where task_instance = ?",
                        Timestamp.from(Instant.parse("2100-01-01T00:00:00Z")),
                        Refs.stored(JO)));

        assertThat(illustrations().placeOf(id(2))).isEqualTo(1);
        assertThat(illustrations().placeOf(id(1))).isEqualTo(2);
    }

    @Test
    void what_is_under_way_is_not_waited_for_in_the_queue() {
        illustrations().add(accepted(1, JO));
        illustrations().add(accepted(2, JO));
        illustrations().add(accepted(3, SAM));
        storage.database()
                .writeNow(handle -> handle.execute(
                        "update scheduled_tasks set picked = ? where task_instance = ?", true, Refs.stored(JO)));

        assertThat(illustrations().placeOf(id(1))).isEqualTo(1);
        assertThat(illustrations().placeOf(id(3))).isEqualTo(1);
        assertThat(illustrations().placeOf(id(2))).isEqualTo(2);
    }

    @Test
    void a_row_with_fields_of_another_version_is_read() {
        illustrations().add(accepted(1, JO));
        storage.database()
                .writeNow(handle -> handle.execute(
                        "update illustration set ask = ?, composition = ?",
                        "{\"mode\":\"SCENE\",\"invented\":{\"later\":1}}",
                        "{\"prompt\":\"a tower\",\"seed\":3,\"invented\":[1]}"));

        assertThat(illustrations().find(id(1))).hasValueSatisfying(illustration -> {
            assertThat(illustration.state()).isEqualTo(State.ACCEPTED);
            assertThat(illustration.composition()).satisfies(composition -> {
                assertThat(composition.prompt()).isEqualTo("a tower");
                assertThat(composition.cast()).isEmpty();
            });
        });
    }

    @Test
    void a_picture_is_kept_as_long_as_its_illustration() {
        SqlImageStore images = new SqlImageStore(storage.database());
        var picture = images.put(new byte[] {1, 2, 3}, "image/png");
        illustrations().add(accepted(1, JO));
        storage.database()
                .writeNow(handle -> handle.execute(
                        "update illustration set picture = ?, state = 'DONE', told = ?", picture.value(), true));

        assertThat(images.removeUnreferenced()).isZero();
        assertThat(illustrations().forgetBy(JO)).isEqualTo(1);
        assertThat(images.removeUnreferenced()).isEqualTo(1);
    }
}
