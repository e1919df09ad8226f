package dev.limner.image;

import dev.limner.image.a1111.A1111Backend;
import dev.limner.image.a1111.A1111Settings;
import dev.limner.image.comfyui.ComfyBackend;
import dev.limner.image.comfyui.ComfySettings;
import java.net.URI;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract against a server that somebody runs: see {@code dev/try-backend}. */
@EnabledIfSystemProperty(named = "limner.backend.url", matches = ".+")
class RealServerContractTest extends ImageBackendContract {

    @Override
    protected ImageBackend backend() {
        URI address = URI.create(System.getProperty("limner.backend.url"));
        String kind = System.getProperty("limner.backend.kind", "a1111");
        return switch (kind) {
            case "a1111" -> A1111Backend.of(A1111Settings.of(address), new OkHttpClient());
            case "comfyui" -> ComfyBackend.of(ComfySettings.of(address), new OkHttpClient());
            default -> throw new IllegalArgumentException("limner.backend.kind is a1111 or comfyui");
        };
    }
}
