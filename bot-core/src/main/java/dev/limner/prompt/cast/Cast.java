package dev.limner.prompt.cast;

import dev.limner.prompt.markup.Passage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Who is in the picture, and in which order. */
public final class Cast {
    private final int[] authored;
    private final int[] mentioned;
    private final int[] latest;
    /** The sentence in which somebody was there last, counted over all passages. */
    private final int[] seen;
    /** The sentence in which somebody walked away; 0 who did not, or came back. */
    private final int[] left;
    /** The passage in which somebody was spoken of first; 0 who was not, or who is said to be away. */
    private final int[] spokenOf;

    private final boolean[] away;
    /** The passage of somebody's last post, and the sentence it ends with. */
    private final int[] posted;

    private final int[] postEnd;

    private int sentence = 1;

    private Cast(int characters) {
        authored = new int[characters];
        mentioned = new int[characters];
        latest = new int[characters];
        seen = new int[characters];
        left = new int[characters];
        spokenOf = new int[characters];
        away = new boolean[characters];
        posted = new int[characters];
        postEnd = new int[characters];
    }

    /**
     * The cast by their places, most prominent first: the one asked for, then by posts authored, mentions, recency, and
     * as they are listed.
     */
    public static List<Integer> of(
            List<Passage> passages, Mentions mentions, Looks looks, int characters, @Nullable Integer asked) {
        Cast cast = new Cast(characters);
        List<Mentions.Reading> readings =
                passages.stream().map(p -> mentions.of(p.text())).toList();
        BooleanSupplier slavic = once(() -> readings.stream().anyMatch(Mentions.Reading::looksSlavic));
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            for (int speaker : passage.speakers()) {
                cast.authored[speaker]++;
                cast.latest[speaker] = i + 1;
                cast.seen[speaker] = cast.sentence;
                cast.left[speaker] = 0;
            }
            int begun = cast.sentence;
            for (Mentions.Mention mention : readings.get(i).mentions(slavic)) {
                cast.sentence = begun + mention.sentence();
                cast.named(mention, passage.given(), i + 1);
            }
            for (int speaker : passage.speakers()) {
                cast.posted[speaker] = i;
                cast.postEnd[speaker] = cast.sentence;
            }
            cast.sentence++;
        }
        cast.markThoseWhoWalkedOut(passages, mentions);
        cast.recognise(passages, looks);
        cast.dismissTheLeft(passages, asked);
        return cast.ordered(asked);
    }

    /** Who is spoken of and then told by their looks is there. */
    private void recognise(List<Passage> passages, Looks looks) {
        BitSet told = null;
        for (int c = 0; c < spokenOf.length; c++) {
            if (spokenOf[c] == 0 || away[c] || authored[c] > 0 || mentioned[c] > 0) {
                continue;
            }
            if (told == null) {
                told = new BitSet();
                for (Passage passage : passages) {
                    told.or(looks.toldIn(passage.text()));
                }
            }
            if (told.get(c)) {
                mentioned[c] = 1;
                latest[c] = spokenOf[c];
            }
        }
    }

    /** Whose last post ends with their leaving, and who is not named after it. */
    private void markThoseWhoWalkedOut(List<Passage> passages, Mentions mentions) {
        for (int c = 0; c < authored.length; c++) {
            boolean lastSeen = authored[c] > 0 && posted[c] + 1 < passages.size() && seen[c] <= postEnd[c];
            Passage post = lastSeen ? passages.get(posted[c]) : null;
            if (post != null && post.speakers().size() == 1 && mentions.endsInDeparture(post.text())) {
                left[c] = postEnd[c];
            }
        }
    }

    /** Who walked away is not there when the scene goes on without them; those who follow take the scene along. */
    private void dismissTheLeft(List<Passage> passages, @Nullable Integer asked) {
        for (int c = 0; c < left.length; c++) {
            int at = left[c];
            if (at == 0 || (asked != null && asked == c) || !othersAfter(at)) {
                continue;
            }
            boolean followed = passages.subList(latest[c] - 1, passages.size()).stream()
                    .anyMatch(passage -> Following.isTold(passage.text()));
            if (!followed) {
                authored[c] = 0;
                mentioned[c] = 0;
            }
        }
    }

    private boolean othersAfter(int sentence) {
        for (int c = 0; c < seen.length; c++) {
            if (seen[c] > sentence && left[c] == 0) {
                return true;
            }
        }
        return false;
    }

    private static BooleanSupplier once(BooleanSupplier question) {
        int[] answer = {-1};
        return () -> {
            if (answer[0] < 0) {
                answer[0] = question.getAsBoolean() ? 1 : 0;
            }
            return answer[0] == 1;
        };
    }

    private void named(Mentions.Mention mention, boolean given, int passage) {
        boolean leaves = mention.evidence() == Evidence.LEAVES && !given;
        boolean there = mention.evidence() == Evidence.THERE
                || mention.evidence() == Evidence.LEAVES
                || (given && mention.evidence() == Evidence.SPOKEN_OF);
        if (!there) {
            for (int c : mention.characters()) {
                spokenOf[c] = mention.evidence() == Evidence.SPOKEN_OF && spokenOf[c] == 0 ? passage : spokenOf[c];
                away[c] |= mention.evidence() == Evidence.AWAY;
            }
            return;
        }
        for (int c : mention.characters()) {
            mentioned[c]++;
            latest[c] = passage;
            seen[c] = sentence;
            left[c] = leaves ? sentence : 0;
        }
    }

    private List<Integer> ordered(@Nullable Integer asked) {
        List<Integer> present = new ArrayList<>();
        for (int c = 0; c < authored.length; c++) {
            boolean asks = asked != null && asked == c;
            if (asks || authored[c] > 0 || mentioned[c] > 0) {
                present.add(c);
            }
        }
        present.sort(Comparator.<Integer, Boolean>comparing(c -> !c.equals(asked))
                .thenComparing(c -> -authored[c])
                .thenComparing(c -> -mentioned[c])
                .thenComparing(c -> -latest[c])
                .thenComparing(c -> c));
        return present;
    }
}
