package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferencePlan;

/**
 * The field of stable-diffusion.cpp and KoboldCpp for models that look at images.
 *
 * @param field its name
 * @param most how many; KoboldCpp cuts the others in silence
 */
record ExtraImages(String field, int most) implements ReferenceWay {
    @Override
    public ReferenceAbility ability() {
        return ReferenceAbility.words(most, "the server takes " + most + " images");
    }

    @Override
    public void put(ObjectNode body, ReferencePlan plan) {
        if (plan.used().isEmpty()) {
            return;
        }
        ArrayNode images = body.putArray(field);
        plan.used().forEach(image -> images.add(image.bytes()));
    }

    @Override
    public String title() {
        return "images in " + field;
    }
}
