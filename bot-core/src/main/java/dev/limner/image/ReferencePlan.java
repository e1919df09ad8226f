package dev.limner.image;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.ReferenceAbility.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of a request's references a backend is sent, and the prompt that goes with them: faces before styles, the heavier
 * first, cut to what it takes. What is not sent is told with its reason, and its description stands in for it. Pure.
 */
public final class ReferencePlan {
    /** Rounds to 0 in every request. */
    private static final double LEAST_WEIGHT = 0.005;

    private final GenerationRequest request;
    private final ReferenceAbility ability;
    private final List<ReferenceImage> used;
    private final Map<ReferenceImage, String> unused;
    private final Map<ReferenceImage, String> ruledOut;
    private final StandIns standIns;

    private ReferencePlan(
            GenerationRequest request,
            ReferenceAbility ability,
            List<ReferenceImage> used,
            Map<ReferenceImage, String> unused,
            Map<ReferenceImage, String> ruledOut) {
        this.request = request;
        this.ability = ability;
        this.used = List.copyOf(used);
        this.unused = unused;
        this.ruledOut = ruledOut;
        this.standIns = StandIns.of(request.composition(), sentences(ability, used), List.copyOf(unused.keySet()));
    }

    public static ReferencePlan of(GenerationRequest request, ReferenceAbility ability) {
        return of(request, ability, Map.of());
    }

    private static ReferencePlan of(
            GenerationRequest request, ReferenceAbility ability, Map<ReferenceImage, String> ruledOut) {
        List<ReferenceImage> used = new ArrayList<>();
        Map<ReferenceImage, String> unused = new LinkedHashMap<>();
        int[] ofKind = new int[AvatarKind.values().length];
        for (ReferenceImage image : sorted(request.references())) {
            ReferenceAbility.Limit limit = ability.of(image.kind());
            if (ruledOut.containsKey(image)) {
                unused.put(image, ruledOut.get(image));
            } else if (image.weight() < LEAST_WEIGHT) {
                unused.put(image, "its weight is too small to count");
            } else if (ofKind[image.kind().ordinal()] >= limit.most()) {
                unused.put(image, limit.why());
            } else if (used.size() >= ability.together().most()) {
                unused.put(image, ability.together().why());
            } else {
                ofKind[image.kind().ordinal()]++;
                used.add(image);
            }
        }
        return new ReferencePlan(request, ability, used, unused, ruledOut);
    }

    /** The same without an image that turned out to be unusable; another may take its place. */
    public ReferencePlan without(ReferenceImage image, String why) {
        Map<ReferenceImage, String> out = new LinkedHashMap<>(ruledOut);
        out.put(image, why);
        return of(request, ability, out);
    }

    /** The same without any image. */
    public ReferencePlan withoutAny(String why) {
        return of(request, ReferenceAbility.none(why), ruledOut);
    }

    /** In the order in which they are to be sent. */
    public List<ReferenceImage> used() {
        return used;
    }

    public List<ReferenceImage> faces() {
        return used.stream().filter(image -> image.kind() == AvatarKind.FACE).toList();
    }

    public List<ReferenceImage> styles() {
        return used.stream().filter(image -> image.kind() == AvatarKind.STYLE).toList();
    }

    /** The composition's prompt, with sentences about the images that are sent and descriptions of those that are not. */
    public String prompt() {
        return standIns.prompt();
    }

    /** For the requester: which references were used, and which not and why. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!used.isEmpty()) {
            notes.add("Used: " + used.stream().map(ReferenceImage::label).collect(Collectors.joining(", ")) + ".");
        }
        notes.addAll(notesOfUnused());
        return notes;
    }

    /** The same when it turned out afterwards that nothing of it had an effect. */
    public List<String> notesWithout(String why) {
        List<String> notes = new ArrayList<>();
        used.forEach(image -> notes.add(unused(image, why)));
        notes.addAll(notesOfUnused());
        return notes;
    }

    private List<String> notesOfUnused() {
        List<String> notes = new ArrayList<>();
        unused.forEach((image, why) -> notes.add(
                unused(image, why) + (standIns.describes(image) ? " Its description stands in for it." : "")));
        if (standIns.isCrowded()) {
            notes.add("The sentences about the images come first, so the end of the prompt may not be read.");
        }
        return notes;
    }

    private static String unused(ReferenceImage image, String why) {
        return "Not used: " + image.label() + ": " + why + ".";
    }

    private static List<ReferenceImage> sorted(List<ReferenceImage> images) {
        // the sort is stable: what weighs the same stays in the order of the tags
        return images.stream()
                .sorted(Comparator.comparing(ReferenceImage::kind)
                        .thenComparing(ReferenceImage::weight, Comparator.reverseOrder()))
                .toList();
    }

    private static List<String> sentences(ReferenceAbility ability, List<ReferenceImage> used) {
        List<String> sentences = new ArrayList<>();
        if (ability.strength() == Strength.WORDS) {
            for (int i = 0; i < used.size(); i++) {
                sentences.add(ReferenceWording.sentence(used.get(i), i + 1));
            }
        }
        return sentences;
    }
}
