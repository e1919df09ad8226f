package dev.limner.bench;

import dev.limner.chat.ChannelRef;
import dev.limner.command.CommandCatalog;
import dev.limner.discord.Discord;
import dev.limner.discord.DiscordSettings;
import dev.limner.discord.interaction.SqlInteractions;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Interaction;
import dev.limner.discord.loopback.Person;
import dev.limner.http.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The bot on a loopback Discord in the same process, with an image server that answers at once: how soon commands are
 * acknowledged with 50 in flight, a picture's way beside the same two HTTP calls made bare, and messages captured at 2,000
 * a second. The time that the loopback Discord takes is part of every figure.
 */
final class DiscordLoad {
    private static final int IN_FLIGHT = 50;
    private static final int COMMANDS = 3_000;
    private static final int PICTURES = 100;
    /** What a call of such a platform takes from a server in the same region. */
    private static final Duration NETWORK = Duration.ofMillis(50);

    private static final int MESSAGES = 20_000;
    private static final int A_SECOND = 2_000;
    private static final List<String> PLACES =
            List.of(Discordia.WRITING, Discordia.OTHER, Discordia.VOICE, Discordia.THREAD, Discordia.ASIDE);
    private static final MediaType JSON = MediaType.get("application/json");

    private final Discordia world;
    private final Installation installation;
    private final OkHttpClient client = Http.client().build();

    private DiscordLoad(Discordia world, Installation installation) {
        this.world = world;
        this.installation = installation;
    }

    public static void main(String[] arguments) throws Exception {
        try (Discordia world = Discordia.open();
                Installation installation = new Installation(Files.createTempDirectory("limner-bench"), "discord");
                Discord discord = new Discord(
                        new DiscordSettings(Discordia.TOKEN, world.api(), Set.of(world.cdn()), 0),
                        new SqlInteractions(installation.database, InstantSource.system()))) {
            installation.core.add(discord);
            discord.start(installation.core.listener(), CommandCatalog.standard());
            DiscordLoad load = new DiscordLoad(world, installation);
            load.acknowledge(COMMANDS);
            System.out.println("command to acknowledged, 50 in flight: " + load.acknowledge(COMMANDS));
            load.compare("that answers at once");
            world.rest().takeTime(NETWORK);
            load.compare("whose calls take 50 ms");
            world.rest().takeTime(Duration.ZERO);
            load.capture();
        }
    }

    /** A command is in flight until it is answered; the acknowledgement comes before. */
    private String acknowledge(int count) throws InterruptedException {
        Person[] people = PLACES.stream().map(world.person("Sam")::at).toArray(Person[]::new);
        Semaphore room = new Semaphore(IN_FLIGHT);
        List<CompletableFuture<Double>> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            room.acquire();
            long begun = System.nanoTime();
            Interaction asked = people[i % people.length].give(
                    CommandCatalog.standard().find("story", "status").orElseThrow(), Map.of(), null);
            times.add(asked.acknowledged().thenApply(at -> (at - begun) / 1e6));
            var unused = asked.answered().thenRun(room::release);
        }
        room.acquire(IN_FLIGHT);
        return figures(
                times.stream().mapToDouble(CompletableFuture::join).sorted().toArray());
    }

    private void compare(String server) throws Exception {
        pictures(PICTURES);
        double[] whole = pictures(PICTURES);
        bare(PICTURES);
        double[] bare = bare(PICTURES);
        System.out.println("with a server " + server + ":");
        System.out.println("  command to picture posted: " + figures(whole));
        System.out.println("  the same calls made bare: " + figures(bare));
        System.out.printf("  ratio of the medians: %.2f%n", whole[PICTURES / 2] / bare[PICTURES / 2]);
    }

    private double[] pictures(int count) throws Exception {
        Person person = world.person("Sam");
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            CompletableFuture<Long> posted = world.nextPicture();
            long begun = System.nanoTime();
            person.give(
                    CommandCatalog.standard().find("imagine", null).orElseThrow(),
                    Map.of("prompt", "a lighthouse in fog"),
                    null);
            times[i] = (posted.join() - begun) / 1e6;
            // the next one begins when this one has come to its end
            while (person.sees().stream().anyMatch(seen -> seen.files().isEmpty())) {
                Thread.sleep(1);
            }
        }
        Arrays.sort(times);
        return times;
    }

    /** An acknowledgement, and a message with a file, one after the other. */
    private double[] bare(int count) throws IOException {
        Person person = world.person("Sam");
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            byte[] picture = InstantBackend.png();
            long begun = System.nanoTime();
            call("users/@me/channels", RequestBody.create("{\"recipient_id\":\"" + person.id() + "\"}", JSON));
            call(
                    "channels/" + Discordia.OTHER + "/messages",
                    new MultipartBody.Builder()
                            .setType(MultipartBody.FORM)
                            .addFormDataPart(
                                    "payload_json",
                                    null,
                                    RequestBody.create(
                                            "{\"content\":\"An idea, for Sam.\",\"attachments\":[{\"id\":0}]}", JSON))
                            .addFormDataPart(
                                    "files[0]", "p.png", RequestBody.create(picture, MediaType.get("image/png")))
                            .build());
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private void call(String path, RequestBody body) throws IOException {
        Request request = new Request.Builder()
                .url(world.api() + "/" + path)
                .header("Authorization", "Bot " + Discordia.TOKEN)
                .post(body)
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(path + ": " + response.code());
            }
        }
    }

    private void capture() throws InterruptedException {
        ChannelRef channel = new ChannelRef(Discord.ID, Discordia.VOICE);
        installation.core.capture().change(channel, state -> state.withCapturing(true));
        Person person = world.person("Sam").at(Discordia.VOICE);
        long begun = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            long due = begun + i * 1_000_000_000L / A_SECOND;
            while (System.nanoTime() < due) {
                Thread.onSpinWait();
            }
            person.say("Mira opens door " + i + " of the long corridor.");
        }
        long written = System.nanoTime();
        while (installation.kept.story().count(channel) < MESSAGES) {
            Thread.sleep(5);
        }
        System.out.printf(
                "%,d messages written in %.1f s, all captured %.0f ms after the last%n",
                MESSAGES, (written - begun) / 1e9, (System.nanoTime() - written) / 1e6);
    }

    private static String figures(double[] sorted) {
        return String.format(
                "median %.1f ms, 99%% %.1f ms, longest %.1f ms",
                sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1]);
    }
}
