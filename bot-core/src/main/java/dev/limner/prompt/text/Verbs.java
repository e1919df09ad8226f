package dev.limner.prompt.text;

import java.util.HashSet;
import java.util.Set;

/** English verbs of what people do, as stories use them of a third person. */
public final class Verbs {
    private static final Set<String> DOES = new HashSet<>(WordList.of("verbs-irregular.txt"));
    private static final Set<String> BASE = new HashSet<>(WordList.of("verbs-regular.txt"));
    private static final Set<String> NOT_ONLY_PEOPLE = WordList.of("verbs-of-forces.txt");
    private static final Set<String> DOING = new HashSet<>();

    static {
        for (String verb : BASE) {
            boolean mute = verb.endsWith("e");
            boolean hissing = verb.endsWith("s") || verb.endsWith("sh") || verb.endsWith("ch") || verb.endsWith("x");
            DOES.add(verb + (hissing ? "es" : "s"));
            DOES.add(mute ? verb + "d" : verb + "ed");
            addDoubled(verb);
            addWithoutY(verb);
        }
        for (String does : DOES) {
            if (does.endsWith("s") && !NOT_ONLY_PEOPLE.contains(does)) {
                String base = does.substring(0, does.length() - 1);
                DOING.add(base + "ing");
                DOING.add(base + base.charAt(base.length() - 1) + "ing");
                if (base.endsWith("e")) {
                    DOING.add(base.substring(0, base.length() - 1) + "ing");
                }
            }
        }
        BASE.addAll(NameWords.words("hang fall stand lie sway grow bloom float fly drift crowd line fill"));
    }

    private Verbs() {}

    /** {@code grab, grabbed} */
    private static void addDoubled(String verb) {
        int last = verb.length() - 1;
        boolean isShort = last >= 2
                && "aeiou".indexOf(verb.charAt(last - 1)) >= 0
                && "bdgklmnprt".indexOf(verb.charAt(last)) >= 0
                && "aeiou".indexOf(verb.charAt(last - 2)) < 0;
        if (isShort) {
            DOES.add(verb + verb.charAt(last) + "ed");
        }
    }

    /** {@code carry, carries, carried} */
    private static void addWithoutY(String verb) {
        int last = verb.length() - 1;
        if (last > 1 && verb.charAt(last) == 'y' && "aeou".indexOf(verb.charAt(last - 1)) < 0) {
            DOES.add(verb.substring(0, last) + "ies");
            DOES.add(verb.substring(0, last) + "ied");
        }
    }

    public static boolean isThirdPerson(String word) {
        return DOES.contains(word);
    }

    /** As in {@code is telling}. */
    public static boolean isBeingDoneByPeople(String word) {
        return DOING.contains(word);
    }

    public static boolean isBase(String word) {
        return BASE.contains(word);
    }

    public static boolean isDoneByPeople(String word) {
        return DOES.contains(word) && !NOT_ONLY_PEOPLE.contains(word);
    }
}
