package dev.limner.app;

import dev.limner.app.config.Configuration;
import dev.limner.app.config.ConfigurationException;
import dev.limner.app.config.Key;
import dev.limner.app.config.SceneWriterSettings;
import dev.limner.app.config.Secret;
import dev.limner.http.Http;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.EncoderSettings;
import dev.limner.prompt.Tokenizer;
import dev.limner.scenewriter.SceneWriter;
import dev.limner.tokenizer.TokenizerException;
import dev.limner.tokenizer.TokenizerFile;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Makes what words the prompts, as configured. */
public final class Prompting {
    /** In the data folder: the native part of the tokenizers' library. */
    private static final String NATIVES = "native";

    private Prompting() {}

    /** The composer, with the tokenizers that the operator named; they stay open as long as the process. */
    public static Composer composer(Configuration configuration) throws ConfigurationException {
        Map<Encoder, Tokenizer> tokenizers = new EnumMap<>(Encoder.class);
        Path natives = configuration.data().resolve(NATIVES);
        for (Map.Entry<Encoder, Path> file :
                configuration.encoders().tokenizers().entrySet()) {
            try {
                tokenizers.put(file.getKey(), TokenizerFile.open(file.getValue(), natives));
            } catch (TokenizerException e) {
                throw new ConfigurationException(Key.IMAGE_TOKENIZERS + ": " + e.getMessage()
                        + "; take the entry out, and its tokens are estimated");
            }
        }
        return new Composer(
                new EncoderSettings(tokenizers, configuration.encoders().clipWindows()));
    }

    /** Null where stories are drawn in their own words. */
    public static @Nullable SceneWriter sceneWriter(Configuration configuration) {
        SceneWriterSettings settings = configuration.sceneWriter();
        if (settings == null) {
            return null;
        }
        Secret key = settings.key();
        return new SceneWriter(
                Http.client().build(),
                Objects.requireNonNull(HttpUrl.get(settings.address()), "checked to be http when it was read"),
                settings.model(),
                key == null ? null : key.reveal(),
                settings.timeout());
    }
}
