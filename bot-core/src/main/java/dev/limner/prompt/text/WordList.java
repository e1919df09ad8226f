package dev.limner.prompt.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words listed in a file beside this class, folded; a line that begins with {@code #} says what they are. */
final class WordList {
    private WordList() {}

    static Set<String> of(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordList.class.getResourceAsStream(file), "it is of the same room"),
                StandardCharsets.UTF_8))) {
            return NameWords.words(
                    lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
