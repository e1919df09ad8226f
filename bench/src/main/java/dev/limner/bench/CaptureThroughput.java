package dev.limner.bench;

import dev.limner.chat.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Messages a second from the platform's event to durable on disk: over 200 channels, and in one alone. */
final class CaptureThroughput {
    private static final int ROUNDS = 5;
    private static final int MESSAGES = 20_000;
    /** Below what one channel may have waiting. */
    private static final int UNDER_WAY = 4_000;

    private long lastId;

    private CaptureThroughput() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("limner-bench");
        CaptureThroughput run = new CaptureThroughput();
        try (Installation installation = new Installation(data)) {
            for (int channels : new int[] {200, 1}) {
                Place[] rooms =
                        IntStream.range(0, channels).mapToObj(Room::number).toArray(Place[]::new);
                for (Place room : rooms) {
                    installation.core.capture().change(room.channel(), state -> state.withCapturing(true));
                }
                for (int round = 1; round <= ROUNDS; round++) {
                    System.out.printf(
                            "%d channels, round %d: %,.0f messages a second%n",
                            channels, round, run.round(installation, rooms));
                }
            }
        }
    }

    private double round(Installation installation, Place[] rooms) throws InterruptedException {
        Semaphore room = new Semaphore(UNDER_WAY);
        AtomicInteger lost = new AtomicInteger();
        long start = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            room.acquire();
            CompletionStage<Void> kept =
                    installation.core.listener().onEvent(Room.message(rooms[i % rooms.length], ++lastId));
            var unused = kept.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    lost.incrementAndGet();
                }
                room.release();
            });
        }
        room.acquire(UNDER_WAY);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (lost.get() > 0) {
            throw new CompletionException(lost + " messages were not kept", null);
        }
        return MESSAGES / seconds;
    }
}
