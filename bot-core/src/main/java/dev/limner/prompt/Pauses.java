package dev.limner.prompt;

import java.util.List;

/**
 * How long a silence parts scenes: a night, or much longer than is usual between these posts, since some stories get one
 * post a day. All in minutes.
 */
final class Pauses {
    private static final long HOUR = 60;
    private static final long NIGHT = 8 * HOUR;
    private static final int TIMES_USUAL = 12;

    private final long parting;

    private Pauses(long parting) {
        this.parting = parting;
    }

    static Pauses between(List<ScenePost> posts) {
        long[] known = posts.stream()
                .skip(1)
                .mapToLong(ScenePost::minutesBefore)
                .sorted()
                .toArray();
        long usual = known.length == 0 ? 0 : known[(known.length - 1) / 2];
        return new Pauses(Math.max(NIGHT, TIMES_USUAL * usual));
    }

    boolean parts(long silence) {
        return silence >= parting;
    }

    static String inWords(long silence) {
        long hours = silence / HOUR;
        return hours < 48 ? hours + " hours" : hours / 24 + " days";
    }
}
