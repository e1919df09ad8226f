package dev.limner.bench;

import dev.limner.chat.MessagePlanner;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.Plan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Planning a text of about 100 kB and of about 1 MB as messages of 2,000 units. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PlannerBenchmark {
    private static final String SENTENCE = "The ferry bell rings, and Bramina looks up from the ledger. ";

    @Param({"100000", "1000000"})
    private int units = 1_000_000;

    private final MessagePlanner planner = new MessagePlanner();

    @Benchmark
    public Plan plan() {
        return planner.plan(OutgoingPost.text(SENTENCE.repeat(units / SENTENCE.length())), SilentPlatform.LIMITS);
    }
}
