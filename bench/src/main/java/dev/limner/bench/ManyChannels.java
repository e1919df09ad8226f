package dev.limner.bench;

import dev.limner.character.StoryCharacter;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Mode;
import dev.limner.story.ChannelState;
import dev.limner.story.StoryMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * 100,000 channels on disk. {@code fill FOLDER} writes them; {@code visit FOLDER} runs the core over channels drawn at
 * random, capturing a message and composing a scene in each, and tells how much heap is in use.
 */
final class ManyChannels {
    private static final int CHANNELS = 100_000;
    private static final int MESSAGES = 4;
    private static final int VISITS = 30_000;
    private static final int WRITERS = 64;

    private ManyChannels() {}

    public static void main(String[] arguments) throws Exception {
        try (Installation installation = new Installation(Path.of(arguments[1]))) {
            if (arguments[0].equals("fill")) {
                fill(installation);
            } else {
                visit(installation);
            }
        }
    }

    /** From many threads, since the database makes what comes at the same time durable together. */
    private static void fill(Installation installation) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < CHANNELS; i++) {
            int channel = i;
            threads.execute(() -> fill(installation, Room.number(channel), channel));
        }
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("filling takes more than an hour");
        }
    }

    private static void fill(Installation installation, Place place, int number) {
        installation.kept.channels().save(new ChannelState(place.channel(), true, 0, 0));
        installation.kept.characters().save(character(place));
        for (int i = 0; i < MESSAGES; i++) {
            MessagePosted message = Room.message(place, (long) number * MESSAGES + i);
            var unused = installation
                    .kept
                    .story()
                    .append(new StoryMessage(
                            message.message(),
                            i + 1,
                            message.author(),
                            message.text(),
                            message.mentions(),
                            message.at()));
        }
    }

    private static StoryCharacter character(Place place) {
        return new StoryCharacter(
                place.own(),
                "Bramina",
                List.of("Bram", "the ferrywoman"),
                "Bramina, a weathered figure in a grey coat",
                "",
                List.of(),
                "",
                new UserRef(SilentPlatform.ID, "writer-1"),
                null,
                null);
    }

    private static void visit(Installation installation) throws Exception {
        Random random = new Random(7);
        Ask scene = new Ask(Mode.SCENE, 12, null, null, null, null, null);
        long start = System.nanoTime();
        long id = System.currentTimeMillis() << 20;
        for (int visit = 1; visit <= VISITS; visit++) {
            Place place = Room.number(random.nextInt(CHANNELS));
            installation
                    .core
                    .listener()
                    .onEvent(Room.message(place, id + visit))
                    .toCompletableFuture()
                    .join();
            var unused = installation.core.illustrator().preview(place, scene);
            if (visit % 5_000 == 0) {
                report(visit, System.nanoTime() - start);
            }
        }
    }

    private static void report(int visits, long nanos) {
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.printf(
                "%,d visits in %.1f s: %d MB of heap in use after collection, limit %d MB%n",
                visits, nanos / 1e9, (memory.totalMemory() - memory.freeMemory()) >> 20, memory.maxMemory() >> 20);
    }
}
