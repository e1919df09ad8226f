package dev.limner.image;

import dev.limner.avatar.AvatarKind;

/**
 * Which reference images a backend takes with the model that it has loaded now.
 *
 * @param together the most of all kinds
 * @param strength how the weight of a tag counts
 */
public record ReferenceAbility(Limit faces, Limit styles, Limit together, Strength strength) {

    /** How a weight reaches the model. */
    public enum Strength {
        /** Every image has its own number. */
        NUMBERS,
        /** The model is told in words, by number of the image: see {@link ReferenceWording}. */
        WORDS
    }

    /**
     * @param most how many; 0 for none
     * @param why why no more, to go behind "not used:", such as {@code the server takes 3 references}
     */
    public record Limit(int most, String why) {
        public Limit {
            if (most < 0) {
                throw new IllegalArgumentException("a limit is 0 or more");
            }
        }
    }

    /** @param why to go behind "not used:" */
    public static ReferenceAbility none(String why) {
        Limit none = new Limit(0, why);
        return new ReferenceAbility(none, none, none, Strength.NUMBERS);
    }

    /** Images of all kinds in one list, with numbers for their weights. */
    public static ReferenceAbility numbers(int most, String why) {
        Limit limit = new Limit(most, why);
        return new ReferenceAbility(limit, limit, limit, Strength.NUMBERS);
    }

    /** Images of all kinds in one list without weights, which the prompt speaks of. */
    public static ReferenceAbility words(int most, String why) {
        Limit limit = new Limit(most, why);
        return new ReferenceAbility(limit, limit, limit, Strength.WORDS);
    }

    /** The limit of a kind of image. */
    public Limit of(AvatarKind kind) {
        return kind == AvatarKind.FACE ? faces : styles;
    }

    /** For people to read, such as {@code up to 3 faces, up to 3 styles, 3 together, by weight}. */
    public String describe() {
        if (together.most() == 0 || faces.most() + styles.most() == 0) {
            return "none: " + (together.most() == 0 ? together.why() : faces.why());
        }
        String kinds = kind("face", faces) + ", " + kind("style", styles);
        String sum = together.most() < faces.most() + styles.most() ? ", " + together.most() + " together" : "";
        return kinds + sum + (strength == Strength.NUMBERS ? ", by weight" : ", told in words");
    }

    private static String kind(String word, Limit limit) {
        return switch (limit.most()) {
            case 0 -> "no " + word + "s (" + limit.why() + ")";
            case 1 -> "1 " + word;
            default -> "up to " + limit.most() + " " + word + "s";
        };
    }
}
