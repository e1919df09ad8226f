package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferencePlan;

/**
 * The one image that stable-diffusion.cpp shows the IP-Adapter that it was started with: the heaviest face, or the
 * heaviest style where there is no face.
 */
record OneAdapterImage() implements ReferenceWay {
    @Override
    public ReferenceAbility ability() {
        return ReferenceAbility.numbers(1, "stable-diffusion.cpp shows its IP-Adapter one image");
    }

    @Override
    public void put(ObjectNode body, ReferencePlan plan) {
        plan.used()
                .forEach(image ->
                        body.put("ip_adapter_image", image.bytes()).put("ip_adapter_strength", image.weight()));
    }

    @Override
    public String title() {
        return "the IP-Adapter that the server was started with (A1111_IP_ADAPTER)";
    }

    @Override
    public String forMore() {
        return "several images are taken with FLUX.1 Kontext, FLUX.2 or Qwen-Image-Edit";
    }
}
