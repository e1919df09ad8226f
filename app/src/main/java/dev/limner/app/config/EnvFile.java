package dev.limner.app.config;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file {@code .env}. Its lines may hold secrets, so that faults are named by line number only. */
final class EnvFile {
    private static final String NAME = ".env";
    private static final Pattern LINE = Pattern.compile("([\\w.-]+)\\s*=\\s*(.*)");
    /** Where a number sign would cut the value short. */
    private static final Pattern BARE_NUMBER_SIGN = Pattern.compile("[^'\"#\\s][^#]*(?<!\\s)#.*");

    private EnvFile() {}

    /** What the file of a folder sets; empty when there is none. */
    static Map<String, String> read(Path folder) throws ConfigurationException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            check(Files.readAllLines(file));
            return Dotenv.configure()
                    // an empty path would be read as the root
                    .directory(folder.toAbsolutePath().toString())
                    .filename(NAME)
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .stream()
                    .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue));
        } catch (IOException | DotenvException e) {
            throw new ConfigurationException(
                    file + " cannot be read; make it a UTF-8 text file that this user may read, with lines KEY=value");
        }
    }

    private static void check(List<String> lines) throws ConfigurationException {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher setting = LINE.matcher(line);
            if (!setting.matches()) {
                throw new ConfigurationException(
                        "line " + (i + 1) + " of .env is not of the form KEY=value; mend it, or put # before it");
            }
            if (BARE_NUMBER_SIGN.matcher(setting.group(2)).matches()) {
                throw new ConfigurationException(
                        setting.group(1) + " in .env has a # in its value; put the value in double quotes");
            }
            if (!seen.add(setting.group(1))) {
                throw new ConfigurationException(
                        setting.group(1) + " stands twice in .env (again in line " + (i + 1) + "); keep one");
            }
        }
    }
}
