package dev.limner.app.config;

import dev.limner.prompt.Encoder;
import dev.limner.prompt.EncoderSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the operator said of the encoders.
 *
 * @param tokenizers a {@code tokenizer.json} by the encoder whose it is; absolute
 * @param clipWindows how many windows of CLIP a prompt may fill
 */
public record EncoderFiles(Map<Encoder, Path> tokenizers, int clipWindows) {
    private static final List<Encoder> COUNTABLE = List.of(Encoder.CLIP, Encoder.T5, Encoder.LLM);
    private static final String RIGHT = "write clip=FILE, t5=FILE or llm=FILE, comma-separated";

    public EncoderFiles {
        tokenizers = Map.copyOf(tokenizers);
    }

    static EncoderFiles read(Settings settings, Path folder) throws ConfigurationException {
        Map<Encoder, Path> files = new EnumMap<>(Encoder.class);
        for (String entry : settings.list(Key.IMAGE_TOKENIZERS)) {
            String[] parts = entry.split("=", 2);
            Encoder encoder = COUNTABLE.stream()
                    .filter(e -> e.word().equalsIgnoreCase(parts[0].strip()))
                    .findFirst()
                    .orElse(null);
            if (encoder == null || parts.length < 2) {
                throw Settings.wrong(Key.IMAGE_TOKENIZERS, "has the entry \"" + entry + "\"; " + RIGHT);
            }
            if (files.put(encoder, file(folder, parts[1].strip())) != null) {
                throw Settings.wrong(Key.IMAGE_TOKENIZERS, "names " + encoder.word() + " twice; keep one");
            }
        }
        int most = EncoderSettings.MOST_WINDOWS;
        return new EncoderFiles(
                files, settings.whole(Key.IMAGE_CLIP_WINDOWS, 1, most, "how many windows of 75 tokens, 1 to " + most));
    }

    private static Path file(Path folder, String name) throws ConfigurationException {
        try {
            Path file = folder.resolve(name).toAbsolutePath().normalize();
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException noPath) {
            throw Settings.wrong(Key.IMAGE_TOKENIZERS, "has \"" + name + "\", which is no path of a file; " + RIGHT);
        }
        throw Settings.wrong(
                Key.IMAGE_TOKENIZERS,
                "names " + name + ", and there is no such file; give the path of a tokenizer.json");
    }

    /** For messages. */
    public String named() {
        return tokenizers.keySet().stream().map(Encoder::word).sorted().collect(Collectors.joining(", "));
    }
}
