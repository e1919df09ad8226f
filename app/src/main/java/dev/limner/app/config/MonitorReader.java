package dev.limner.app.config;

import dev.limner.app.monitor.MonitorSettings;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads where figures and health can be asked for. */
final class MonitorReader {
    private MonitorReader() {}

    /** @return null when they are off */
    static @Nullable MonitorSettings read(Settings settings, OptionalInt webchatPort) throws ConfigurationException {
        OptionalInt port = settings.port(Key.METRICS_PORT);
        if (port.isEmpty()) {
            if (settings.has(Key.METRICS_HOST)) {
                throw Settings.wrong(
                        Key.METRICS_HOST, "is set without METRICS_PORT; set that too, or take the key out");
            }
            return null;
        }
        if (port.getAsInt() != 0 && port.equals(webchatPort)) {
            throw Settings.wrong(Key.METRICS_PORT, "is the same as WEBCHAT_PORT; give one of them another port");
        }
        if (port.getAsInt() != 0 && port.equals(settings.port(Key.GATEWAY_PORT))) {
            throw Settings.wrong(Key.METRICS_PORT, "is the same as GATEWAY_PORT; give one of them another port");
        }
        return new MonitorSettings(ListenAddress.read(settings, Key.METRICS_HOST), port.getAsInt());
    }
}
