package dev.limner.prompt;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.FoundTag;
import dev.limner.prompt.fit.Report;
import dev.limner.prompt.markup.CleanPost;
import dev.limner.prompt.text.Nearest;
import dev.limner.prompt.text.PlainCharacters;
import dev.limner.prompt.text.Tidy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects tags in the order that decides, and resolves them to avatars. */
final class References {
    private final Map<Key, AvatarSheet> avatars = new HashMap<>();
    private final Map<Key, Reference> chosen = new LinkedHashMap<>();
    private final boolean facesWanted;
    private final Report report;

    /** Names of faces and styles are one set; a LoRA and an embedding may be called like one of them. */
    private record Key(String group, AvatarName name) {
        static Key of(AvatarKind kind, AvatarName name) {
            return new Key(kind.isImage() ? "avatar" : kind.word(), name);
        }
    }

    /** @param facesWanted false where faces in story text are not drawn */
    References(List<AvatarSheet> known, boolean facesWanted, Report report) {
        known.forEach(a -> avatars.put(Key.of(a.kind(), a.name()), a));
        this.facesWanted = facesWanted;
        this.report = report;
    }

    /**
     * What a style or character carries. It was checked when it was given, and an avatar that was renamed or removed since
     * must not keep a whole channel from its pictures, so such a tag is left out and told.
     */
    void kept(List<AvatarTag> tags, String from) {
        for (AvatarTag tag : tags) {
            String fault = fault(tag);
            if (fault == null) {
                choose(tag, from);
            } else {
                report.dropped("reference", tag.toString(), "%s (%s)".formatted(fault, from));
            }
        }
    }

    /** What a person gives with a request: refused also when the avatar is not theirs to use. */
    void asked(List<AvatarTag> tags, @Nullable String by) throws CannotComposeException {
        for (AvatarTag tag : tags) {
            AvatarSheet avatar = exists(tag, "command");
            if (by != null && !avatar.mayBeNamedBy(by)) {
                throw new CannotComposeException(
                        "%s: the avatar %s belongs to somebody else. Its owner can share it with /avatar share %s everyone."
                                .formatted(tag, tag.name(), tag.name()));
            }
            choose(tag, "command");
        }
    }

    /** What stands in a post: left out unless its author may use the avatar. */
    void told(ScenePost post, List<CleanPost.PostTag> tags) {
        for (CleanPost.PostTag tag : tags) {
            String why = refusal(post, tag);
            String text = PlainCharacters.clean(tag.found().text());
            if (why != null) {
                report.dropped("tag", text, why);
            } else if (tag.found() instanceof FoundTag.Sound sound) {
                choose(sound.tag(), "message by " + Tidy.tidy(PlainCharacters.clean(post.author())));
            }
        }
    }

    List<Reference> resolved() {
        List<Reference> resolved = new ArrayList<>();
        for (Reference reference : chosen.values()) {
            if (reference.weight() > 0) {
                resolved.add(reference);
            } else {
                report.dropped("reference", tagOf(reference), "a weight of 0 means that it is not used");
            }
        }
        return resolved;
    }

    private @Nullable String refusal(ScenePost post, CleanPost.PostTag tag) {
        if (tag.aside()) {
            return "it stands in out-of-character talk";
        }
        if (tag.found() instanceof FoundTag.Faulty faulty) {
            return PlainCharacters.clean(faulty.fault());
        }
        AvatarTag sound = ((FoundTag.Sound) tag.found()).tag();
        String fault = fault(sound);
        if (fault != null) {
            return fault;
        }
        if (!Objects.requireNonNull(avatars.get(Key.of(sound.kind(), sound.name())))
                .mayBeNamedBy(post.authorId())) {
            return "its author may not use the avatar " + sound.name();
        }
        return facesWanted || sound.kind() != AvatarKind.FACE
                ? null
                : "faces of the story are left out of this picture";
    }

    private @Nullable String fault(AvatarTag tag) {
        AvatarSheet avatar = avatars.get(Key.of(tag.kind(), tag.name()));
        if (avatar == null) {
            return tag.kind().isImage()
                    ? "no avatar is called " + tag.name()
                    : "the operator listed no " + tag.kind().noun() + " " + tag.name();
        }
        return avatar.kind() == tag.kind()
                ? null
                : "%s is a %s avatar".formatted(tag.name(), avatar.kind().word());
    }

    private AvatarSheet exists(AvatarTag tag, String from) throws CannotComposeException {
        AvatarSheet avatar = avatars.get(Key.of(tag.kind(), tag.name()));
        if (avatar == null && !tag.kind().isImage()) {
            throw new CannotComposeException("%s (%s): %s".formatted(tag, from, unlisted(tag)));
        }
        if (avatar == null) {
            throw unknown(tag, from);
        }
        if (avatar.kind() != tag.kind()) {
            throw new CannotComposeException("%s (%s): %s is a %s avatar. Write it as %s."
                    .formatted(
                            tag,
                            from,
                            tag.name(),
                            avatar.kind().word(),
                            new AvatarTag(avatar.kind(), tag.name(), tag.weight())));
        }
        return avatar;
    }

    private String unlisted(AvatarTag tag) {
        List<String> names = names(tag.kind());
        return names.isEmpty()
                ? "The operator listed no %s.".formatted(tag.kind().noun())
                : "The operator listed no %s of that name. There is %s."
                        .formatted(tag.kind().noun(), Nearest.to(tag.name().value(), names));
    }

    private List<String> names(AvatarKind kind) {
        return avatars.values().stream()
                .filter(a -> a.kind() == kind)
                .map(a -> a.name().value())
                .toList();
    }

    private CannotComposeException unknown(AvatarTag tag, String from) {
        List<String> names = names(tag.kind());
        String nearest = "There is " + Nearest.to(tag.name().value(), names) + ".";
        String none = "There is none of this kind yet; ";
        String fault = "no avatar is called %s. ".formatted(tag.name());
        String command = "add it with /avatar add %s %s.".formatted(tag.kind().word(), tag.name());
        return names.isEmpty()
                ? new CannotComposeException(
                        "%s (%s): %s".formatted(tag, from, fault + none + command),
                        "%s: %s".formatted(tag, fault + none + "upload it first."))
                : new CannotComposeException(
                        "%s (%s): %s".formatted(tag, from, fault + nearest), "%s: %s".formatted(tag, fault + nearest));
    }

    private void choose(AvatarTag tag, String from) {
        Reference earlier = chosen.remove(Key.of(tag.kind(), tag.name()));
        if (earlier != null && earlier.weight() != tag.weight()) {
            report.dropped("reference", tagOf(earlier), "a later tag names the same avatar");
        }
        if (tag.heavy()) {
            report.note(
                    "%s: above a weight of 0.4 the picture follows the image and no longer the text; 0.1 to 0.4 is normally enough."
                            .formatted(tag));
        }
        chosen.put(Key.of(tag.kind(), tag.name()), new Reference(tag.kind(), tag.name(), tag.weight(), from));
    }

    private static String tagOf(Reference reference) {
        return new AvatarTag(reference.kind(), reference.name(), reference.weight()).toString();
    }
}
