package dev.limner.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EnvExampleTest {
    private static final Pattern SETTING = Pattern.compile("#[A-Z0-9_]+=.*");

    @Test
    void the_example_lists_every_key_with_its_default() throws Exception {
        List<String> code = Arrays.stream(Key.values())
                .map(key -> "#" + key + "=" + key.byDefault())
                .toList();

        assertThat(lines())
                .filteredOn(line -> SETTING.matcher(line).matches())
                .containsExactlyInAnyOrderElementsOf(code);
    }

    @Test
    void every_key_of_the_example_is_explained_above_it() throws Exception {
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (SETTING.matcher(lines.get(i)).matches()) {
                assertThat(lines.get(i - 1)).as("above %s", lines.get(i)).startsWith("# ");
            }
        }
    }

    private static List<String> lines() throws Exception {
        return Files.readAllLines(Path.of("..", ".env.example"));
    }
}
