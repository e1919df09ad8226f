package dev.limner.image;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.ListedNetworks;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.Reference;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of whatever draws it.
 *
 * @param backend the name of the one that is set for the place; null where none is
 * @param model what is set to draw; null where anything may
 * @param faces how many face references there are
 * @param styles how many style references there are
 * @param networks which LoRAs and embeddings are asked for
 * @param width in pixels; 0 where it is not known yet, as the height
 */
public record Need(
        @Nullable String backend,
        @Nullable ModelFamily model,
        int faces,
        int styles,
        List<Network> networks,
        int width,
        int height) {
    public Need {
        networks = List.copyOf(networks);
    }

    /** Of a place, before anything was composed. */
    public static Need of(@Nullable String backend, @Nullable ModelFamily model) {
        return new Need(backend, model, 0, 0, List.of(), 0, 0);
    }

    /**
     * With what was composed.
     *
     * @param listed which LoRAs and embeddings tags may name
     */
    public Need with(Composition composition, ListedNetworks listed) {
        List<AvatarKind> kinds =
                composition.references().stream().map(Reference::kind).toList();
        List<Network> loaded = composition.references().stream()
                .flatMap(reference -> Network.of(reference, listed).stream())
                .toList();
        return new Need(
                backend,
                model,
                Collections.frequency(kinds, AvatarKind.FACE),
                Collections.frequency(kinds, AvatarKind.STYLE),
                loaded,
                composition.width(),
                composition.height());
    }

    /** How many references of any kind would not be used. */
    int dropped(ImageBackend server, BackendProfile profile) {
        int dropped = droppedImages(profile);
        // a plan may have to ask the server
        return networks.isEmpty()
                ? dropped
                : dropped + server.networks(networks).unused().size();
    }

    /** How many reference images would not be used. */
    int droppedImages(BackendProfile profile) {
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
