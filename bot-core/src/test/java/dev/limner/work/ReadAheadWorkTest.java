package dev.limner.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What reading ahead leaves to be done when a picture is asked for; counted, not timed. */
class ReadAheadWorkTest {
    private static Function<Boolean, Callable<String>> story = ahead -> () -> "";

    private final List<String> prompts = new ArrayList<>();

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void load() throws Exception {
        story = (Function<Boolean, Callable<String>>) new CountingLoader()
                .loadClass(StoryReadAhead.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        story.apply(false).call();
    }

    @Test
    void a_story_read_ahead_is_composed_with_a_third_of_the_work() {
        long unread = work(false);
        long read = work(true);

        assertThat(read).isLessThan(unread / 3);
    }

    @Test
    void and_its_prompt_is_the_same() {
        work(false);
        work(true);

        assertThat(prompts.get(1)).isNotEmpty().isEqualTo(prompts.get(0));
    }

    private long work(boolean ahead) {
        Callable<String> composing = story.apply(ahead);
        return Work.of(() -> {
            try {
                prompts.add(composing.call());
            } catch (Exception e) {
                throw new AssertionError("The story could not be composed", e);
            }
        });
    }
}
