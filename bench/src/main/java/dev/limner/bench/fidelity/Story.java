package dev.limner.bench.fidelity;

import dev.limner.app.storyfile.StoryFile;
import dev.limner.app.storyfile.StoryFileException;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.ModelFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A story with its answer. */
record Story(String name, CompositionInput input, Expectation expected) {
    private static final String ANSWER = ".expected.json";

    /** All stories of a folder, by name. */
    static List<Story> in(Path folder) throws IOException, StoryFileException {
        List<Story> stories = new ArrayList<>();
        for (Path answer : answers(folder)) {
            String file = answer.getFileName().toString();
            String name = file.substring(0, file.length() - ANSWER.length());
            StoryFile story = StoryFile.read(answer.resolveSibling(name + ".json"), ModelFamily.FLUX1_SCHNELL);
            stories.add(new Story(name, story.input(), Expectation.read(answer)));
        }
        return stories;
    }

    private static List<Path> answers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ANSWER)).sorted().toList();
        }
    }
}
