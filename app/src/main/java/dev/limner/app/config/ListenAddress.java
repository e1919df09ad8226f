package dev.limner.app.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An address of this machine, never a name, so that nobody but the operator decides where it listens. */
final class ListenAddress {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private ListenAddress() {}

    static InetAddress read(Settings settings, Key key) throws ConfigurationException {
        String text = settings.text(key);
        String address = text.equalsIgnoreCase("localhost") ? "127.0.0.1" : text;
        try {
            if (ADDRESS.matcher(address).matches()) {
                return InetAddress.getByName(address);
            }
        } catch (UnknownHostException malformed) {
            throw noAddress(key);
        }
        throw noAddress(key);
    }

    private static ConfigurationException noAddress(Key key) {
        return Settings.wrong(
                key, "is no address; write one such as 127.0.0.1 for this machine, or 0.0.0.0 for all networks");
    }
}
