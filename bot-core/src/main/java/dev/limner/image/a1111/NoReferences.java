package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferencePlan;

/**
 * Text only.
 *
 * @param why to go behind "not used:"
 * @param forMore what the operator can do about it
 */
record NoReferences(String why, String forMore) implements ReferenceWay {
    @Override
    public ReferenceAbility ability() {
        return ReferenceAbility.none(why);
    }

    @Override
    public void put(ObjectNode body, ReferencePlan plan) {
        // the plan uses none
    }

    @Override
    public String title() {
        return "text only";
    }
}
