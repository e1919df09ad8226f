package dev.limner.app.config;

import dev.limner.app.monitor.MonitorSettings;
import dev.limner.gateway.GatewaySettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the operator set, checked.
 *
 * @param data folder of the embedded database and logs; absolute
 * @param webchatPort 0 picks a free one; null when the web chat is off
 * @param discord null when Discord is not to run
 * @param telegram null when Telegram is not to run
 * @param gateway null when it is off
 * @param monitor null when neither figures nor health can be asked for
 * @param encoders what reads the prompts, as far as it is told
 * @param sceneWriter null where stories are drawn in their own words
 * @param later keys that are set and that this version cannot act on
 */
public record Configuration(
        Path data,
        @Nullable Integer webchatPort,
        @Nullable DiscordConnection discord,
        @Nullable TelegramSettings telegram,
        @Nullable GatewaySettings gateway,
        @Nullable MonitorSettings monitor,
        ImageSettings image,
        EncoderFiles encoders,
        @Nullable SceneWriterSettings sceneWriter,
        Set<Key> later) {

    public Configuration {
        later = Set.copyOf(later);
    }

    /** Reads {@code .env} of a folder, against which relative paths are resolved, and the environment, which wins. */
    public static Configuration load(Path folder, Map<String, String> environment) throws ConfigurationException {
        Settings settings = Settings.of(EnvFile.read(folder), environment);
        OptionalInt port = settings.port(Key.WEBCHAT_PORT);
        LaterSettings.check(settings);
        return new Configuration(
                data(settings, folder),
                port.isPresent() ? port.getAsInt() : null,
                DiscordConnection.read(settings).orElse(null),
                TelegramSettings.read(settings).orElse(null),
                GatewayReader.read(settings, port),
                MonitorReader.read(settings, port),
                ImageSettings.read(settings, folder),
                EncoderFiles.read(settings, folder),
                SceneWriterSettings.read(settings).orElse(null),
                Arrays.stream(Key.values())
                        .filter(key -> key.status() != Key.Status.USED && settings.has(key))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Refuses what the bot could only start without. */
    public void requireRunnable() throws ConfigurationException {
        for (Key key : inOrder()) {
            if (key.status() == Key.Status.REFUSED) {
                throw Settings.wrong(key, "is set, but this version has only the embedded database; take it out");
            }
        }
        if (webchatPort == null && discord == null && telegram == null && gateway == null) {
            throw Settings.wrong(Key.WEBCHAT_PORT, "is off and nothing else is configured; set a port, such as 8080");
        }
    }

    /** What the operator should know at the start: who reads along, what is not used. */
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (image.asksVolunteers()) {
            notices.add(
                    "aihorde is on: prompts, and so what people write, go to the machines of volunteers who can read"
                            + " them");
        }
        image.workflowGaps().forEach(gap -> notices.add("the workflow of COMFYUI_WORKFLOW has " + gap));
        return notices;
    }

    private List<Key> inOrder() {
        return later.stream().sorted().toList();
    }

    private static Path data(Settings settings, Path folder) throws ConfigurationException {
        try {
            return folder.toAbsolutePath()
                    .resolve(settings.text(Key.LIMNER_DATA))
                    .normalize();
        } catch (InvalidPathException e) {
            throw Settings.wrong(Key.LIMNER_DATA, "is not a path; write one such as ./data");
        }
    }
}
