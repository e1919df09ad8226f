package dev.limner.app.config;

import dev.limner.image.comfyui.FaceAdapter;
import dev.limner.image.comfyui.OwnWorkflow;
import dev.limner.image.comfyui.WorkflowException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What ComfyUI is told beside key and model.
 *
 * @param workflow the operator's own; null for a built-in graph
 * @param faces which adapter makes faces
 */
public record ComfyOptions(@Nullable OwnWorkflow workflow, FaceAdapter faces) {
    /** Bytes; a workflow of thousands of nodes is smaller. */
    private static final long LARGEST = 8L << 20;

    /** @param folder against which a relative path is resolved */
    static ComfyOptions read(Settings settings, Path folder) throws ConfigurationException {
        return new ComfyOptions(workflow(settings, folder), faces(settings));
    }

    private static FaceAdapter faces(Settings settings) throws ConfigurationException {
        return switch (settings.text(Key.COMFYUI_FACES).toLowerCase(Locale.ROOT)) {
            case "plus" -> FaceAdapter.PLUS;
            case "faceid" -> FaceAdapter.FACEID;
            default ->
                throw Settings.wrong(
                        Key.COMFYUI_FACES,
                        "is \"" + settings.text(Key.COMFYUI_FACES)
                                + "\"; write plus, or faceid where the server has insightface");
        };
    }

    private static @Nullable OwnWorkflow workflow(Settings settings, Path folder) throws ConfigurationException {
        if (!settings.has(Key.COMFYUI_WORKFLOW)) {
            return null;
        }
        String name = settings.text(Key.COMFYUI_WORKFLOW);
        try {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw Settings.wrong(
                        Key.COMFYUI_WORKFLOW, "names " + name + ", which is no file of up to 8 MB; correct the path");
            }
            return OwnWorkflow.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | InvalidPathException e) {
            throw Settings.wrong(Key.COMFYUI_WORKFLOW, "names " + name + ", which cannot be read as UTF-8 text");
        } catch (WorkflowException e) {
            throw Settings.wrong(Key.COMFYUI_WORKFLOW, "(" + name + "): " + e.getMessage());
        }
    }
}
