package dev.limner.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A prompt of thousands of short sentences is no more work for each of them; counted, not timed. */
class LongPromptWorkTest {
    private static final int LENGTH = 10_000;
    private static final double MOST_GROWTH = 2.2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I go. ",
                "Runs. ",
                "\"Ho.\" ",
                "\u96EA\u3002",
                "*nods.* \"Ho.\" ",
                "Rain falls. ",
                "I go. \"No.\" Rain falls. "
            })
    void twice_the_sentences_are_twice_the_work(String sentences) throws ReflectiveOperationException {
        Consumer<String> composed = counting();
        composed.accept(sentences);

        long half = Work.of(() -> composed.accept(sentences.repeat(LENGTH / sentences.length())));
        long whole = Work.of(() -> composed.accept(sentences.repeat(2 * LENGTH / sentences.length())));

        assertThat(whole).isLessThan((long) (MOST_GROWTH * half));
    }

    @SuppressWarnings("unchecked")
    private static Consumer<String> counting() throws ReflectiveOperationException {
        return (Consumer<String>) new CountingLoader()
                .loadClass(LongPrompt.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    }
}
