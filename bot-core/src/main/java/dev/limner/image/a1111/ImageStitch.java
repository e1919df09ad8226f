package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferencePlan;

/**
 * Forge Neo's always-on script for models that look at images.
 *
 * @param most how many the model keeps apart
 * @param sized whether the script takes a largest side; older builds do not
 */
record ImageStitch(int most, boolean sized) implements ReferenceWay {
    static final String SCRIPT = "ImageStitch Integrated";
    private static final int LARGEST_SIDE = 1024;

    @Override
    public ReferenceAbility ability() {
        return ReferenceAbility.words(most, "the model keeps " + most + " images apart");
    }

    @Override
    public void put(ObjectNode body, ReferencePlan plan) {
        if (plan.used().isEmpty()) {
            return;
        }
        ArrayNode args = body.withObject("/alwayson_scripts").putObject(SCRIPT).putArray("args");
        ArrayNode images = args.add(true).addArray();
        plan.used().forEach(image -> images.add(image.bytes()));
        if (sized) {
            args.add(LARGEST_SIDE);
        }
    }

    @Override
    public String title() {
        return "ImageStitch";
    }
}
