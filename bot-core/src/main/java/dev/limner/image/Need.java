package dev.limner.image;

import dev.limner.avatar.AvatarKind;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of whatever draws it.
 *
 * @param backend the name of the one that is set for the place; null where none is
 * @param model what is set to draw; null where anything may
 * @param faces how many face references there are
 * @param styles how many style references there are
 * @param width in pixels; 0 where it is not known yet, as the height
 */
public record Need(
        @Nullable String backend, @Nullable ModelFamily model, int faces, int styles, int width, int height) {

    /** Of a place, before anything was composed. */
    public static Need of(@Nullable String backend, @Nullable ModelFamily model) {
        return new Need(backend, model, 0, 0, 0, 0);
    }

    /** With what was composed. */
    public Need with(Composition composition) {
        List<Reference> references = composition.references();
        int faces = (int)
                references.stream().filter(r -> r.kind() == AvatarKind.FACE).count();
        return new Need(backend, model, faces, references.size() - faces, composition.width(), composition.height());
    }

    /** How many references would not be used. */
    int dropped(BackendProfile profile) {
        ReferenceAbility ability = profile.references();
        int used = Math.min(faces, ability.faces().most())
                + Math.min(styles, ability.styles().most());
        return faces + styles - Math.min(used, ability.together().most());
    }

    boolean isOtherModel(BackendProfile profile) {
        return model != null && model != profile.family();
    }

    boolean isOtherSize(ImageBackend server) {
        return width > 0 && !server.draws(width, height);
    }
}
