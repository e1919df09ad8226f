package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.FileNames;
import dev.limner.image.Picture;
import dev.limner.image.ReferencePlan;
import dev.limner.prompt.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the requester should know of a picture beside seeing it. */
final class Notes {
    private Notes() {}

    static List<String> of(Ask ask, ServerState state, Txt2Img.Answer answer) {
        ReferencePlan plan = ask.references();
        List<String> notes = new ArrayList<>(state.references()
                .silentFailure(answer.info(), plan)
                .map(plan::notesWithout)
                .orElseGet(plan::notes));
        notes.addAll(ask.networks().notes());
        otherModel(state, answer.info()).ifPresent(notes::add);
        Picture picture = answer.picture();
        Composition asked = ask.request().composition();
        if (picture.width() < asked.width() || picture.height() < asked.height()) {
            notes.add("The picture server drew %d × %d in place of %d × %d; its owner may have set a limit."
                    .formatted(picture.width(), picture.height(), asked.width(), asked.height()));
        }
        return notes;
    }

    /** A checkpoint that a server does not know is passed over in silence. */
    private static Optional<String> otherModel(ServerState state, JsonNode info) {
        String drawn = info.path("sd_model_name").asText("");
        String wanted = state.override();
        if (wanted == null || drawn.isEmpty() || FileNames.name(wanted).startsWith(FileNames.name(drawn))) {
            return Optional.empty();
        }
        return Optional.of("The picture server drew with " + drawn + " in place of " + wanted + ".");
    }
}
