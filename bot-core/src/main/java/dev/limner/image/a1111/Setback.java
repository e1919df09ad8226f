package dev.limner.image.a1111;

import dev.limner.image.ReferencePlan;
import dev.limner.image.Troubles;
import dev.limner.image.wire.Reply;
import java.util.Locale;
import java.util.Optional;

/** What made a request with references fail, when it is the references; then it is drawn without. */
sealed interface Setback {

    /** No face was found in one of the faces, or in several. */
    record NoFace() implements Setback {}

    /** An ability does not work at this server for now. */
    record Broken(String ability, String why) implements Setback {}

    /** It may be the ability, or something that has nothing to do with it: a try without it will show. */
    record Suspected(String ability, String why) implements Setback {}

    /** An ability of Forge Neo's that only newer builds have. */
    String STITCH_SIZE = "size of stitched images";

    /** Empty when it failed for another reason. */
    static Optional<Setback> of(Reply reply, ServerState state, ReferencePlan plan) {
        if (reply.isSuccess() || plan.used().isEmpty() || reply.status() == 401) {
            return Optional.empty();
        }
        if (reply.says("no face found", "no face detected")) {
            return Optional.of(new NoFace());
        }
        if (state.references() instanceof ImageStitch stitch && stitch.sized() && reply.says("argument")) {
            return Optional.of(new Broken(STITCH_SIZE, ""));
        }
        String ability = plan.faces().isEmpty() ? Troubles.STYLES : Troubles.FACES;
        if (reply.says("insightface")) {
            return Optional.of(new Broken(Troubles.FACES, "the server has no insightface, which FaceID needs"));
        }
        if (reply.says("always on script", "model not found", "keyerror")) {
            return Optional.of(new Broken(ability, "the server no longer has what it told of"));
        }
        if (reply.says("sd version", "incompatible", "shapes cannot be multiplied", "size mismatch")) {
            return Optional.of(new Broken(ability, "the server's adapter is for another kind of model"));
        }
        // Forge says no more than that it failed
        boolean mute =
                reply.status() >= 500 && reply.words().toLowerCase(Locale.ROOT).startsWith("internal server error");
        return mute
                ? Optional.of(new Suspected(ability, "the server failed with it and did not say why"))
                : Optional.empty();
    }
}
