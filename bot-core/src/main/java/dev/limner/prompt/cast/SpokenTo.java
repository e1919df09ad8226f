package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Whether speech is said to what stands for somebody: {@code "Sleep well, Tobin," Mira tells the headstone.} */
final class SpokenTo {
    /** Words looked at on either side, so that no text makes it slow. */
    private static final int REACH = 30;

    private static final Set<String> SAYS = NameWords.words("""
            says said whispers whispered murmurs murmured mutters muttered sighs sighed speaks spoke talks talked adds added \
            breathes breathed croaks smiles nods raises raised lifts lifted""");

    private static final Set<String> TELLS =
            NameWords.words("tells told asks asked informs informed begs begged promises promised");

    private static final Set<String> TO = Set.of("to");

    private static final Set<String> ON = Set.of("on", "against", "over");

    private static final Set<String> HANDS = NameWords.words("hand hands palm palms fingers forehead");

    /** What is done on graves, besides. */
    private static final Set<String> LAYS = NameWords.words("""
            hand hands palm palms fingers forehead flowers lilies roses wreath pours poured lays laid puts put sets set places \
            placed drops dropped stone pebble""");

    private static final Set<String> DETERMINERS =
            NameWords.words("the a his her their this that old cold little framed faded empty");

    private static final Set<String> GRAVES =
            NameWords.words("grave headstone gravestone tombstone tomb cairn coffin casket urn");

    private static final Set<String> THINGS = NameWords.words("""
            grave graves headstone gravestone tombstone tomb stone stones cairn urn ashes coffin casket photograph photo portrait \
            picture painting snapshot statue bust mound memorial plaque voicemail chair""");

    private SpokenTo() {}

    static boolean isThing(Words words, int first) {
        int end = Math.min(words.size(), first + REACH);
        for (int i = Math.max(2, first - REACH); i < end; i++) {
            if (THINGS.contains(words.word(i)) && !words.is(i, Words.QUOTED) && isAddressed(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddressed(Words words, int thing) {
        boolean empty = words.word(thing - 1).equals("empty");
        if (words.word(thing).equals("chair") && !empty) {
            return false;
        }
        int at = thing - 1;
        while (at > 0 && at >= thing - 3 && DETERMINERS.contains(words.word(at))) {
            at--;
        }
        String before = words.word(at);
        if (TELLS.contains(before)) {
            return true;
        }
        if (!TO.contains(before) && !ON.contains(before)) {
            return false;
        }
        Set<String> leading = TO.contains(before) ? SAYS : GRAVES.contains(words.word(thing)) ? LAYS : HANDS;
        for (int i = at - 1; i >= 0 && i >= at - 5 && !words.is(i, Words.QUOTED); i--) {
            if (leading.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}
