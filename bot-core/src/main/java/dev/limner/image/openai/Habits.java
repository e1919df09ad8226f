package dev.limner.image.openai;

import dev.limner.image.wire.Reply;
import java.util.Optional;

/**
 * How a server wants its requests, as far as it was found out: each refusal that names what it dislikes changes one of
 * these, and the request is made once more.
 *
 * @param part the name of a reference image's form part
 * @param fidelity whether {@code input_fidelity} is known
 * @param format whether {@code response_format} is known
 * @param extras whether seed and negative prompt have fields
 */
record Habits(String part, boolean fidelity, boolean format, boolean extras) {
    static final String LIST_PART = "image[]";
    static final String REPEATED_PART = "image";

    static Habits of(Model model) {
        boolean own = model.kind() == Model.Kind.OTHER;
        return new Habits(LIST_PART, model.hasFidelity(), model.kind() != Model.Kind.GPT, own);
    }

    /** What to do otherwise after that refusal; empty when that would not help. */
    Optional<Habits> after(Reply refusal, boolean withImages) {
        int status = refusal.status();
        if (status != 400 && status != 415 && status != 422) {
            return Optional.empty();
        }
        if (fidelity && refusal.says("input_fidelity")) {
            return Optional.of(new Habits(part, false, format, extras));
        }
        if (format && refusal.says("response_format")) {
            return Optional.of(new Habits(part, fidelity, false, extras));
        }
        boolean namesExtras = refusal.says("seed", "negative_prompt");
        if (withImages && part.equals(LIST_PART) && !namesExtras && refusal.says("image")) {
            return Optional.of(new Habits(REPEATED_PART, fidelity, format, extras));
        }
        return extras ? Optional.of(new Habits(part, fidelity, format, false)) : Optional.empty();
    }
}
