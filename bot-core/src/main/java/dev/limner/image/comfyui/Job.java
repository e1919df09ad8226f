package dev.limner.image.comfyui;

import dev.limner.image.GenerationRequest;
import dev.limner.image.Network;
import dev.limner.image.ReferenceImage;
import dev.limner.image.ReferencePlan;
import java.util.List;
import java.util.Map;

/**
 * What a graph is built for.
 *
 * @param prompt ready to be encoded
 * @param negative ready to be encoded
 * @param files under which name the server has each image that is used
 * @param loras that the server has, by the server's names
 */
record Job(
        GenerationRequest request,
        ReferencePlan plan,
        String prompt,
        String negative,
        Map<ReferenceImage, String> files,
        List<Network> loras) {
    Job {
        files = Map.copyOf(files);
        loras = List.copyOf(loras);
    }

    long seed() {
        return request.composition().seed();
    }

    int width() {
        return request.composition().width();
    }

    int height() {
        return request.composition().height();
    }

    String file(ReferenceImage image) {
        String file = files.get(image);
        if (file == null) {
            throw new IllegalStateException("not uploaded: " + image.label());
        }
        return file;
    }
}
