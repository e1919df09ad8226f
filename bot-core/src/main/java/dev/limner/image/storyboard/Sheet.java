package dev.limner.image.storyboard;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.GenerationRequest;
import dev.limner.prompt.Composition;
import dev.limner.prompt.PromptPart;
import dev.limner.prompt.PromptPart.Source;
import dev.limner.prompt.Reference;
import dev.limner.prompt.TokenCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a storyboard says, before anybody decides where it stands.
 *
 * @param width pixels
 * @param height pixels
 * @param model the family's id
 * @param scene the scene's words, without those of style and characters
 * @param style the style's words; may be empty
 * @param cast most prominent first; faces that belong to nobody in the cast come last, under their own names
 */
record Sheet(
        int width,
        int height,
        long seed,
        String model,
        TokenCount tokens,
        String scene,
        String style,
        List<CastMember> cast,
        List<Likeness> styles) {

    static final int SMALLEST = 256;
    static final int LARGEST = 2048;

    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]+");

    /** A reference as it is shown. */
    record Likeness(Reference reference) {
        /** Such as {@code 0.30}. */
        String weight() {
            return String.format(Locale.ROOT, "%.2f", reference.weight());
        }
    }

    /** @param words the character's prefix; may be empty */
    record CastMember(String name, String words, List<Likeness> faces) {
        CastMember {
            faces = List.copyOf(faces);
        }
    }

    Sheet {
        cast = List.copyOf(cast);
        styles = List.copyOf(styles);
    }

    /** @param legible puts in words what no font can draw */
    static Sheet of(GenerationRequest request, String model, UnaryOperator<String> legible) {
        return new Reader(request.composition(), legible).sheet(model);
    }

    /** Whether a sheet of that size is drawn in another. */
    boolean resized(Composition asked) {
        return asked.width() != width || asked.height() != height;
    }

    private record Reader(Composition composition, UnaryOperator<String> legible) {
        Sheet sheet(String model) {
            String joint = composition.tokens().encoder().readsProse() ? " " : ", ";
            String scene = words(joint, source -> source.tellsScene() || source == Source.LIMNER);
            return new Sheet(
                    Math.max(SMALLEST, Math.min(LARGEST, composition.width())),
                    Math.max(SMALLEST, Math.min(LARGEST, composition.height())),
                    composition.seed(),
                    model,
                    composition.tokens(),
                    scene.isEmpty() && composition.parts().isEmpty() ? clean(composition.prompt()) : scene,
                    words(" … ", source -> source == Source.STYLE),
                    cast(),
                    composition.references().stream()
                            .filter(r -> r.kind() != AvatarKind.FACE)
                            .map(Likeness::new)
                            .toList());
        }

        private List<CastMember> cast() {
            List<Reference> loose = new ArrayList<>(composition.references());
            loose.removeIf(r -> r.kind() != AvatarKind.FACE);
            List<CastMember> members = new ArrayList<>();
            for (String name : composition.cast()) {
                List<Likeness> faces = loose.stream()
                        .filter(r -> shows(r, name))
                        .map(Likeness::new)
                        .toList();
                faces.forEach(face -> loose.remove(face.reference));
                members.add(new CastMember(clean(name), wordsOf(name), faces));
            }
            loose.forEach(r -> members.add(new CastMember(r.name().value(), "", List.of(new Likeness(r)))));
            return members;
        }

        private static boolean shows(Reference reference, String name) {
            return reference.from().equalsIgnoreCase("character " + name)
                    || reference.name().value().equalsIgnoreCase(name);
        }

        private String words(String joint, Predicate<Source> from) {
            return composition.parts().stream()
                    .filter(part -> from.test(part.source()))
                    .map(part -> clean(part.text()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(joint));
        }

        private String wordsOf(String character) {
            return composition.parts().stream()
                    .filter(part -> (part.source() == Source.CHARACTER || part.source() == Source.STATE)
                            && part.label().equalsIgnoreCase(character))
                    .map(PromptPart::text)
                    .map(this::clean)
                    .map(words -> withoutName(words, clean(character)))
                    .collect(Collectors.joining(" "));
        }

        /** The name stands above the words already. */
        private static String withoutName(String words, String name) {
            String opening = name + ", ";
            return words.regionMatches(true, 0, opening, 0, opening.length())
                    ? words.substring(opening.length())
                    : words;
        }

        private String clean(String text) {
            return legible.apply(NOT_TEXT.matcher(text).replaceAll(" ").strip());
        }
    }
}
