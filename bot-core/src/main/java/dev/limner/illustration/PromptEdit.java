package dev.limner.illustration;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.ListedNetworks;
import dev.limner.chat.Member;
import dev.limner.chat.UserRef;
import dev.limner.image.BackendException;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Ask;
import dev.limner.prompt.AvatarSheet;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.Reference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A prompt that somebody rewrote by hand: taken as it stands, with nothing put before it. */
public final class PromptEdit {
    private final Composer composer;
    private final Drafting drafting;
    private final AvatarRepository avatars;
    private final List<AvatarSheet> listed;

    /** @param listed what tags may name beside the avatars of a community */
    public PromptEdit(Composer composer, Drafting drafting, AvatarRepository avatars, ListedNetworks listed) {
        this.listed = AvatarSheet.of(listed);
        this.composer = composer;
        this.drafting = drafting;
        this.avatars = avatars;
    }

    /** The prompt as it is offered for editing: its text, and its references as the tags they came from. */
    public static String editable(Composition composition) {
        String tags = composition.references().stream().map(PromptEdit::tag).collect(Collectors.joining(" "));
        return tags.isEmpty() ? composition.prompt() : composition.prompt() + "\n" + tags;
    }

    /** @throws RefusedException when nothing is left to draw, or a tag cannot be taken */
    public Composition apply(Illustration original, Composition composition, String text, Member by)
            throws RefusedException {
        Ask ask = new Ask(Mode.IMAGINE, null, null, text, null, composition.negative(), askedBy(by));
        try {
            Composition edited = composer.compose(new CompositionInput(
                    family(original),
                    null,
                    Stream.concat(
                                    avatars.namedIn(original.place()).stream()
                                            .map(avatar -> sheet(avatar, composition)),
                                    listed.stream())
                            .toList(),
                    List.of(),
                    List.of(),
                    ask,
                    original.seed()));
            return new Composition(
                    edited.prompt(),
                    edited.parts(),
                    edited.negative(),
                    original.seed(),
                    composition.width(),
                    composition.height(),
                    composition.cast(),
                    edited.references(),
                    edited.tokens(),
                    edited.dropped(),
                    edited.notes());
        } catch (CannotComposeException e) {
            throw new RefusedException(e.userText());
        }
    }

    private ModelFamily family(Illustration original) {
        try {
            return drafting.familyFor(original.place());
        } catch (BackendException e) {
            return ModelFamily.FLUX1_SCHNELL;
        }
    }

    /** What the picture had before may stay in it, whoever owns it. */
    private static AvatarSheet sheet(Avatar avatar, Composition composition) {
        boolean wasUsed = composition.references().stream()
                .anyMatch(r -> r.kind() == avatar.kind() && r.name().equals(avatar.name()));
        UserRef owner = avatar.owner();
        return new AvatarSheet(
                avatar.kind(),
                avatar.name(),
                avatar.description(),
                owner == null ? null : owner.id(),
                avatar.shared() || wasUsed);
    }

    private static @Nullable String askedBy(Member by) {
        return by.moderator() ? null : by.user().id();
    }

    private static String tag(Reference reference) {
        return String.format(
                Locale.ROOT,
                "<be-%s:%s:%s>",
                reference.kind().word(),
                reference.name(),
                Double.toString(reference.weight()));
    }
}
