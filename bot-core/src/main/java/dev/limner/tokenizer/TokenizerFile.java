package dev.limner.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.prompt.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A {@code tokenizer.json} as Hugging Face publishes it with a model: CLIP's, T5's, those of language models. Read by
 * their own library, whose native part travels inside ours and is unpacked to a folder when it is first used. Thread-safe.
 */
public final class TokenizerFile implements Tokenizer, AutoCloseable {
    /** Texts whose counts are kept: the same characters and sentences come again from picture to picture. */
    private static final int KEPT = 4_000;

    private final HuggingFaceTokenizer tokenizer;
    private final Cache<String, Integer> counts =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private TokenizerFile(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * @param natives where the library's native part is unpacked, about 15 MB; made when it is missing
     * @throws TokenizerException when the file is missing or no tokenizer, or there is no native part for this machine
     */
    public static TokenizerFile open(Path file, Path natives) throws TokenizerException {
        // never anything from the network, and nothing that looks for graphics cards
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("DJL_CACHE_DIR", natives.toString());
        if (!Files.isRegularFile(file)) {
            throw new TokenizerException("there is no file " + file, new IOException("not a regular file"));
        }
        try {
            return new TokenizerFile(HuggingFaceTokenizer.newInstance(
                    file, Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false")));
        } catch (IOException | RuntimeException e) {
            throw new TokenizerException(file + " is no tokenizer.json that can be read", e);
        } catch (LinkageError e) {
            throw new TokenizerException("the tokenizers' library does not run on this machine", e);
        }
    }

    @Override
    public int count(String text) {
        return counts.get(text, t -> tokenizer.encode(t, false, false).getIds().length);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
