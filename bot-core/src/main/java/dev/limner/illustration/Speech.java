package dev.limner.illustration;

import dev.limner.prompt.Composition;
import dev.limner.prompt.Mode;
import dev.limner.prompt.PromptPart;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of an illustration, in the words of the chat. Pure. */
final class Speech {
    private static final int ALT_SCENE = 600;
    /** Of a cast; six names of 64 characters leave room in the shortest caption there is, of 1,024. */
    private static final int MOST_NAMED = 6;

    private Speech() {}

    static String accepted(Illustration illustration, int place) {
        return "Accepted: " + subject(illustration) + ". " + placed(place);
    }

    static String placed(int place) {
        return place <= 1 ? "It is next." : "Place " + place + " in the queue.";
    }

    /** For as long as nobody tells how far it is. */
    static String drawing(Illustration illustration) {
        return "Drawing " + subject(illustration) + ".";
    }

    static String drawing(Illustration illustration, double fraction) {
        long percent = Math.round(Math.max(0, Math.min(1, fraction)) * 100);
        return "Drawing " + subject(illustration) + ": " + percent + " %";
    }

    static String tryingAgain(Illustration illustration, String reason) {
        return "Not yet: " + reason + " Trying again (" + subject(illustration) + ").";
    }

    static String failed(Illustration illustration) {
        String why = illustration.ending() == null ? "The reason was lost." : illustration.ending();
        return "I could not draw " + subject(illustration) + ". " + why;
    }

    static String cancelled(Illustration illustration) {
        return "Cancelled: " + subject(illustration) + ".";
    }

    static String caption(Illustration illustration) {
        StringBuilder caption = new StringBuilder(capitalised(subject(illustration)));
        caption.append(", for ").append(illustration.requesterName()).append('.');
        for (String note : illustration.notes()) {
            caption.append('\n').append(note);
        }
        return caption.toString();
    }

    static String altText(Composition composition) {
        String who = composition.cast().isEmpty() ? "A picture" : "A picture of " + listed(composition.cast());
        String scene = composition.parts().stream()
                .filter(p -> p.source().tellsScene())
                .map(PromptPart::text)
                .collect(Collectors.joining(" "))
                .strip();
        return scene.isEmpty() ? who + "." : who + ": " + shortened(scene);
    }

    /** What is drawn, such as "the scene with Mira and Tobin". */
    static String subject(Illustration illustration) {
        Composition composition = illustration.composition();
        List<String> cast = composition == null ? List.of() : composition.cast();
        String what = switch (illustration.ask().mode()) {
            case SCENE -> "the scene";
            case LAST -> "the last message";
            case PORTRAIT -> "a portrait";
            case BACKGROUND -> "the place";
            case IMAGINE -> "an idea";
        };
        if (cast.isEmpty()) {
            return what;
        }
        return what + (illustration.ask().mode() == Mode.PORTRAIT ? " of " : " with ") + listed(cast);
    }

    /** The most prominent ones, so that what is said stays short however many there are. */
    private static String listed(List<String> names) {
        if (names.size() == 1) {
            return names.get(0);
        }
        int named = names.size() <= MOST_NAMED ? names.size() - 1 : MOST_NAMED - 1;
        int others = names.size() - named;
        return String.join(", ", names.subList(0, named)) + " and "
                + (others == 1 ? names.get(named) : others + " others");
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static String shortened(String text) {
        if (text.length() <= ALT_SCENE) {
            return text;
        }
        int end = text.lastIndexOf(' ', ALT_SCENE);
        return text.substring(0, end > 0 ? end : text.offsetByCodePoints(0, ALT_SCENE / 2)) + " …";
    }
}
