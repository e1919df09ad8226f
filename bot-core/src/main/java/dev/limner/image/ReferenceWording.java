package dev.limner.image;

import dev.limner.avatar.AvatarKind;

/** Weights told in words, for models that take a list of images without weights. Pure. */
public final class ReferenceWording {
    private static final double LOOSE = 0.25;
    private static final double CLOSE = 0.6;

    private ReferenceWording() {}

    /** @param number of the image in the list that is sent, from 1 */
    public static String sentence(ReferenceImage image, int number) {
        return image.kind() == AvatarKind.FACE
                ? face(image.subject(), image.weight(), number)
                : style(image.weight(), number);
    }

    private static String face(String name, double weight, int number) {
        if (weight <= LOOSE) {
            return "The character %s loosely resembles the person in image %d.".formatted(name, number);
        }
        return (weight <= CLOSE
                        ? "The character %s looks like the person in image %d."
                        : "The character %s has exactly the face, hair and features of the person in image %d.")
                .formatted(name, number);
    }

    private static String style(double weight, int number) {
        if (weight <= LOOSE) {
            return "Take slight inspiration from the style of image %d.".formatted(number);
        }
        return (weight <= CLOSE
                        ? "Use the art style of image %d."
                        : "Match the art style, palette and rendering of image %d exactly; do not copy its content.")
                .formatted(number);
    }
}
