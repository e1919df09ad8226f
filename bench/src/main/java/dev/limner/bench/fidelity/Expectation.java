package dev.limner.bench.fidelity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is right for a story: the file {@code NAME.expected.json} beside {@code NAME.json}.
 *
 * @param cast who is in the picture, in any order
 * @param first who has to be the most prominent, where the story leaves no doubt
 * @param hard whether it counts for the hard part too
 * @param contains words that the prompt must have
 * @param lacks words that it must not have: out-of-character talk, earlier scenes, commands
 * @param whole stretches that may not be cut
 */
record Expectation(
        List<String> cast,
        @Nullable String first,
        boolean hard,
        List<String> contains,
        List<String> lacks,
        List<String> whole) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    Expectation {
        cast = List.copyOf(cast);
        contains = listed(contains);
        lacks = listed(lacks);
        whole = listed(whole);
    }

    static Expectation read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Expectation.class);
    }

    private static List<String> listed(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
