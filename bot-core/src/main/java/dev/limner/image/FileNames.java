package dev.limner.image;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds files of models among those that a server lists, by the names under which they are published. Pure. */
public final class FileNames {
    private FileNames() {}

    /** @return the first whose name, without folder and in lower case, contains the pattern. */
    public static Optional<String> find(List<String> files, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return files.stream().filter(file -> pattern.matcher(name(file)).find()).findFirst();
    }

    /** The one that somebody named: as it is listed, or without folder, ending and case. */
    public static Optional<String> named(List<String> files, String wanted) {
        Optional<String> exact = files.stream().filter(wanted::equals).findFirst();
        return exact.isPresent()
                ? exact
                : files.stream().filter(file -> stem(file).equals(stem(wanted))).findFirst();
    }

    private static String stem(String file) {
        return name(file).replaceAll("\\.(safetensors|ckpt|pt|pth|bin|gguf|sft)$", "");
    }

    /** Without folder, in lower case. */
    public static String name(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
    }
}
