package dev.limner.image;

import dev.limner.image.GenerationOutcome.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a picture was drawn by another server than the first one: its requester should know. */
final class Reasons {
    private Reasons() {}

    /** @param failed those that were asked before */
    static GenerationOutcome noted(
            GenerationOutcome outcome, Server drew, List<Server> servers, Need need, Set<Server> failed) {
        Server expected = Ranking.preferred(servers, need).get(0);
        if (!(outcome instanceof Generated generated) || drew.name().equals(expected.name())) {
            return outcome;
        }
        return why(drew, expected, need, failed)
                .<GenerationOutcome>map(reason -> {
                    List<String> notes = new ArrayList<>(generated.notes());
                    notes.add("Drawn by " + drew.name() + ": " + expected.name() + " " + reason + ".");
                    return new Generated(generated.picture(), notes);
                })
                .orElse(outcome);
    }

    private static Optional<String> why(Server drew, Server expected, Need need, Set<Server> failed) {
        if (failed.contains(expected)) {
            return Optional.of("failed");
        }
        Optional<BackendProfile> theirs = expected.profile();
        Optional<BackendProfile> ours = drew.profile();
        if (!expected.isUp() || theirs.isEmpty() || ours.isEmpty()) {
            return Optional.of("cannot be used at the moment");
        }
        if (need.isOtherModel(theirs.get()) && !need.isOtherModel(ours.get())) {
            return Optional.of("has another model than is set here");
        }
        if (need.droppedImages(theirs.get()) > need.droppedImages(ours.get())) {
            return Optional.of("takes fewer of the references");
        }
        if (need.dropped(expected.backend(), theirs.get()) > need.dropped(drew.backend(), ours.get())) {
            return Optional.of("takes fewer of the LoRAs and embeddings");
        }
        return need.isOtherSize(expected.backend()) ? Optional.of("does not draw this size") : Optional.empty();
    }
}
