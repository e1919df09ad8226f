package dev.limner.prompt.fit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the newest sentences that there is room for. The first of those that one speaker leaves without a name gets it;
 * which one that is shows only as the older ones are cut.
 */
final class Newest {
    private final List<Piece> sentences;
    private final ToLongFunction<Piece> cost;
    private final BitSet kept = new BitSet();
    private long left;
    private @Nullable Piece first;

    /** @param cost with its joint, in the meter's unit */
    Newest(List<Piece> sentences, long room, ToLongFunction<Piece> cost) {
        this.sentences = sentences;
        this.cost = cost;
        left = room;
    }

    /** What remains of the room; less than none where even the newest sentence does not fit. */
    long left() {
        return left;
    }

    /**
     * The newest in any case.
     *
     * @param speechLast whether what is said goes before what can be seen
     */
    void choose(boolean speechLast) {
        int newest = sentences.size() - 1;
        int from = newest;
        while (from >= 0) {
            boolean waits =
                    speechLast && from < newest && sentences.get(from).voice().isSpeech();
            if (!waits && !keep(from)) {
                break;
            }
            from--;
        }
        for (int i = newest - 1; speechLast && i > from; i--) {
            if (sentences.get(i).voice().isSpeech() && !keep(i)) {
                break;
            }
        }
    }

    private boolean keep(int at) {
        Piece piece = sentences.get(at);
        boolean turns = piece.voice().turns();
        long more = cost.applyAsLong(piece.named());
        if (turns && first != null && first.voice().isUnnamed() && piece.shows(first.label())) {
            more += cost.applyAsLong(first) - cost.applyAsLong(first.named());
        }
        if (more > left && !kept.isEmpty()) {
            return false;
        }
        left -= more;
        kept.set(at);
        first = turns ? piece : first;
        return true;
    }

    List<Piece> dropped() {
        List<Piece> dropped = new ArrayList<>();
        for (int i = kept.nextClearBit(0); i < sentences.size(); i = kept.nextClearBit(i + 1)) {
            dropped.add(sentences.get(i));
        }
        return dropped;
    }

    /** Those that were chosen, with their speakers where these do not show. */
    List<Piece> chosen() {
        List<Piece> chosen = new ArrayList<>();
        Piece last = null;
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            Piece piece = sentences.get(i);
            chosen.add(last != null && last.shows(piece.label()) ? piece : piece.named());
            last = piece.voice().turns() ? piece : last;
        }
        return chosen;
    }
}
