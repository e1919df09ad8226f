package dev.limner.bench;

import dev.limner.chat.ChannelRef;
import dev.limner.command.CommandCatalog;
import dev.limner.http.Http;
import dev.limner.illustration.Illustration;
import dev.limner.telegram.Telegram;
import dev.limner.telegram.api.BotAddress;
import dev.limner.telegram.inbox.SqlConversations;
import dev.limner.telegram.inbox.SqlInbox;
import dev.limner.telegram.inbox.SqlQuestions;
import dev.limner.telegram.loopback.LoopbackBotApi;
import dev.limner.telegram.loopback.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The bot on a loopback Bot API in the same process, with an image server that answers at once: how soon commands are
 * answered with 50 chats active, a picture's way beside the same HTTP calls made bare, also where each but the poll takes as
 * long as over a network, and updates stored at 1,000 a second. The time that the loopback Bot API takes is part of every
 * figure.
 */
final class TelegramLoad {
    private static final int CHATS = 50;
    private static final int COMMANDS = 20;
    private static final long SECOND = 1_000_000_000L;
    private static final int PICTURES = 100;
    /** What a call of such a platform takes from a server in the same region. */
    private static final Duration NETWORK = Duration.ofMillis(50);

    private static final int UPDATES = 10_000;
    private static final int A_SECOND = 1_000;
    private static final long GROUP = -100_777L;
    private static final MediaType JSON = MediaType.get("application/json");

    private final LoopbackBotApi api;
    private final Installation installation;
    private final OkHttpClient client = Http.client().build();
    private Duration network = Duration.ZERO;
    private int asked;

    private TelegramLoad(LoopbackBotApi api, Installation installation) {
        this.api = api;
        this.installation = installation;
    }

    public static void main(String[] arguments) throws Exception {
        try (LoopbackBotApi api = new LoopbackBotApi();
                Installation installation = new Installation(Files.createTempDirectory("limner-bench"), "telegram");
                Telegram telegram = new Telegram(
                        new BotAddress(api.base(), LoopbackBotApi.TOKEN),
                        new SqlInbox(installation.database, InstantSource.system()),
                        new SqlQuestions(installation.database, InstantSource.system()),
                        new SqlConversations(installation.database),
                        InstantSource.system())) {
            for (int i = 0; i < CHATS; i++) {
                api.methods().chat(GROUP - i, "supergroup", "Corridor " + i);
            }
            installation.core.add(telegram);
            telegram.start(installation.core.listener(), CommandCatalog.standard());
            TelegramLoad load = new TelegramLoad(api, installation);
            load.answers();
            System.out.println("update to answer, 50 chats active: " + figures(load.answers()));
            load.compare("that answers at once");
            load.over(NETWORK);
            load.compare("whose calls take 50 ms");
            load.over(Duration.ZERO);
            load.capture();
        }
    }

    private void over(Duration each) {
        network = each;
        api.takeTime(each);
    }

    private Person in(int chat) {
        return new Person(api, GROUP - chat, null, 11 + chat, "Sam", null);
    }

    /** Each chat asks once a second, one after the other, whether or not those before were answered. */
    private double[] answers() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(CHATS);
        try {
            List<Future<double[]>> all = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < CHATS; i++) {
                int chat = i;
                all.add(people.submit(() -> answers(in(chat), begun + chat * SECOND / CHATS)));
            }
            List<Double> times = new ArrayList<>();
            for (Future<double[]> each : all) {
                Arrays.stream(each.get()).forEach(times::add);
            }
            return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        } finally {
            people.shutdown();
        }
    }

    private double[] answers(Person person, long begun) throws InterruptedException {
        double[] times = new double[COMMANDS];
        for (int i = 0; i < COMMANDS; i++) {
            long due = begun + i * SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            int before = api.methods().posted(person.chat()).size();
            long asked = System.nanoTime();
            person.say("/story status");
            while (api.methods().posted(person.chat()).size() == before) {
                Thread.sleep(1);
            }
            times[i] = (System.nanoTime() - asked) / 1e6;
        }
        return times;
    }

    private void compare(String server) throws Exception {
        pictures();
        double[] whole = pictures();
        bare();
        double[] bare = bare();
        System.out.println("with a server " + server + ":");
        System.out.println("  command to picture posted: " + figures(whole));
        System.out.println("  the same calls made bare: " + figures(bare));
        System.out.printf("  ratio of the medians: %.2f%n", whole[PICTURES / 2] / bare[PICTURES / 2]);
    }

    private double[] pictures() throws InterruptedException {
        double[] times = new double[PICTURES];
        Person person = in(0);
        for (int i = 0; i < PICTURES; i++) {
            long begun = System.nanoTime();
            person.say("/imagine a lighthouse in fog");
            api.methods().awaitPictures(GROUP, ++asked);
            times[i] = (System.nanoTime() - begun) / 1e6;
            awaitEnd();
        }
        Arrays.sort(times);
        return times;
    }

    /** The next one begins when the message that showed this one's progress is gone. */
    private void awaitEnd() throws InterruptedException {
        ChannelRef channel = new ChannelRef(Telegram.ID, Long.toString(GROUP));
        while (!installation.kept.illustrations().latest(channel, 1).stream().allMatch(Illustration::told)) {
            Thread.sleep(1);
        }
    }

    /**
     * The poll that brings the command, the word that it was accepted, and the photo, one after the other; for a bot of its
     * own, since two must not poll for one.
     */
    private double[] bare() throws IOException {
        double[] times = new double[PICTURES];
        byte[] picture = InstantBackend.png();
        try (LoopbackBotApi own = new LoopbackBotApi()) {
            own.methods().chat(GROUP, "supergroup", "Corridor");
            own.takeTime(network);
            Person person = new Person(own, GROUP, null, 11, "Sam", null);
            for (int i = 0; i < PICTURES; i++) {
                long begun = System.nanoTime();
                person.say("/imagine a lighthouse in fog");
                long offset = own.lastUpdate();
                call(own, "getUpdates", RequestBody.create("{\"timeout\":50,\"offset\":" + offset + "}", JSON));
                call(
                        own,
                        "sendMessage",
                        RequestBody.create("{\"chat_id\":\"" + GROUP + "\",\"text\":\"Accepted.\"}", JSON));
                call(
                        own,
                        "sendPhoto",
                        new MultipartBody.Builder()
                                .setType(MultipartBody.FORM)
                                .addFormDataPart("chat_id", Long.toString(GROUP))
                                .addFormDataPart("caption", "An idea, for Sam.")
                                .addFormDataPart(
                                        "photo", "p.png", RequestBody.create(picture, MediaType.get("image/png")))
                                .build());
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private void call(LoopbackBotApi own, String method, RequestBody body) throws IOException {
        Request request = new Request.Builder()
                .url(own.base() + "/bot" + LoopbackBotApi.TOKEN + "/" + method)
                .post(body)
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(method + ": " + response.code());
            }
        }
    }

    private void capture() throws InterruptedException {
        ChannelRef channel = new ChannelRef(Telegram.ID, Long.toString(GROUP - 1));
        installation.core.capture().change(channel, state -> state.withCapturing(true));
        Person person = in(1);
        long begun = System.nanoTime();
        for (int i = 0; i < UPDATES; i++) {
            long due = begun + i * 1_000_000_000L / A_SECOND;
            while (System.nanoTime() < due) {
                Thread.onSpinWait();
            }
            person.say("Mira opens door " + i + " of the long corridor.");
        }
        long written = System.nanoTime();
        while (installation.kept.story().count(channel) < UPDATES) {
            Thread.sleep(5);
        }
        System.out.printf(
                "%,d updates written in %.1f s, all stored %.0f ms after the last%n",
                UPDATES, (written - begun) / 1e9, (System.nanoTime() - written) / 1e6);
    }

    private static String figures(double[] sorted) {
        return String.format(
                "median %.1f ms, 99%% %.1f ms, longest %.1f ms",
                sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1]);
    }
}
