package dev.limner.bench;

import dev.limner.prompt.Ask;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.EncoderSettings;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.ScenePost;
import dev.limner.prompt.StyleSheet;
import dev.limner.prompt.Tokenizer;
import dev.limner.tokenizer.TokenizerException;
import dev.limner.tokenizer.TokenizerFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Composing {@code /scene} from messages of a story with 40 characters, each of three aliases. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ComposeBenchmark {
    private static final int CHARACTERS = 40;

    /** What is asked for, however many messages are offered. */
    private static final int SCENE = 100;

    private static final List<String> SENTENCES = List.of(
            "*lifts the lantern and waits at the foot of the stair* \"Mind the third step, %s.\"",
            "Rain drums on the slates while %s turns the brass key twice. Nothing gives.",
            "((back in a minute)) The ferry bell rings, and %s looks up from the ledger, frowning.",
            "\"You promised,\" whispers %s. The candle between them gutters in the draught.");

    private static final List<CharacterSheet> SHEETS =
            IntStream.range(0, CHARACTERS).mapToObj(ComposeBenchmark::character).toList();

    @Param({"FLUX1_SCHNELL", "SDXL"})
    private ModelFamily model = ModelFamily.FLUX1_SCHNELL;

    @Param({"100", "1000", "10000"})
    private int messages = 100;

    private List<ScenePost> posts = List.of();

    /** A {@code tokenizer.json} of the model's encoder; without one, tokens are estimated. */
    @Param("")
    private String tokenizer = "";

    /** What the composer has seen of the messages before. */
    public enum Seen {
        /** Composed before. */
        COMPOSED,
        /** Read ahead, as of a channel where pictures are drawn. */
        READ_AHEAD,
        /** Nothing: each call has messages of its own. */
        NOTHING
    }

    @Param("COMPOSED")
    private Seen seen = Seen.COMPOSED;

    private Composer composer = new Composer();
    private int stories;

    @Setup
    public void write() throws TokenizerException {
        if (!tokenizer.isEmpty()) {
            Tokenizer counts = TokenizerFile.open(
                    Path.of(tokenizer), Path.of(System.getProperty("java.io.tmpdir"), "limner-tokenizers"));
            composer = new Composer(new EncoderSettings(Map.of(model.encoder(), counts), 1));
        }
        posts = IntStream.range(0, messages).mapToObj(ComposeBenchmark::post).toList();
    }

    @Setup(Level.Invocation)
    public void another() {
        if (seen == Seen.COMPOSED) {
            return;
        }
        long first = (long) stories++ * messages;
        posts = IntStream.range(0, messages)
                .mapToObj(i -> post(i, word(first + i)))
                .toList();
        if (seen == Seen.READ_AHEAD) {
            posts.forEach(post -> composer.readAhead(SHEETS, post));
        }
    }

    @Benchmark
    public Composition compose() throws CannotComposeException {
        return composer.compose(new CompositionInput(
                model,
                new StyleSheet("ink wash illustration, {prompt}, muted palette", "text, watermark", List.of()),
                List.of(),
                SHEETS,
                posts,
                new Ask(Mode.SCENE, SCENE, null, null, null, null, null),
                7));
    }

    private static CharacterSheet character(int number) {
        String name = name(number);
        return new CharacterSheet(
                name,
                List.of(name.substring(0, 4), "the " + name + " of Orrin", name + " Vale"),
                name + ", a weathered figure in a grey coat with a silver clasp",
                "beard",
                List.of(),
                "",
                null,
                null);
    }

    private static ScenePost post(int number) {
        return post(number, "");
    }

    /** @param word makes the message another */
    private static ScenePost post(int number, String word) {
        String text = SENTENCES.get(number % SENTENCES.size()).formatted(name(number * 7 % CHARACTERS)) + word;
        return new ScenePost(ScenePost.Kind.PROXY, name(number % CHARACTERS), null, null, text, Map.of());
    }

    private static String word(long number) {
        StringBuilder word = new StringBuilder(" q");
        for (long rest = number; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    /** Names that are no words, and of which none begins another. */
    private static String name(int number) {
        List<String> first = List.of("Bra", "Cel", "Dov", "Fen", "Gri", "Hal", "Ism", "Jor");
        List<String> second = List.of("mina", "dric", "tessa", "vok", "lund");
        return first.get(number % first.size()) + second.get(number / first.size());
    }
}
