package dev.limner.app;

import dev.limner.app.config.Configuration;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The whole product in this process, on a free port. */
public final class Installation implements AutoCloseable {
    private final Running running;

    private Installation(Running running) {
        this.running = running;
    }

    /** @param data where it keeps everything; may be that of an earlier one */
    public static Installation start(Path data, String... settings) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("WEBCHAT_PORT", "0");
        environment.put("LIMNER_DATA", data.toString());
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            environment.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Installation(Limner.start(Configuration.load(data, environment)));
    }

    public URI webchat() {
        return address("web chat");
    }

    /** Where it is asked for figures; only with {@code METRICS_PORT=0}. */
    URI metrics() {
        return address("metrics");
    }

    /** Where the image APIs are; only with {@code GATEWAY_PORT=0}. */
    URI gateway() {
        return address("gateway");
    }

    private URI address(String surface) {
        return running.surfaces().stream()
                .filter(line -> line.startsWith(surface))
                .map(line -> URI.create(line.substring(surface.length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        running.close();
    }
}
