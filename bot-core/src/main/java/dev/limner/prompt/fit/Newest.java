package dev.limner.prompt.fit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Chooses the newest sentences that there is room for. Those that leave their speaker without a name get it wherever the
 * ones before them do not tell; which these are shows only as the older ones are cut.
 */
final class Newest {
    private final List<Piece> sentences;
    private final boolean prose;
    private final long room;
    private final ToLongFunction<Piece> cost;
    private final BitSet kept = new BitSet();
    private final Map<Piece, Long> costs = new HashMap<>();
    private long left;

    /**
     * @param prose whether every sentence is to have its subject; if not, one that follows at once goes without
     * @param room in the meter's unit
     * @param cost with its joint, in the meter's unit
     */
    Newest(List<Piece> sentences, boolean prose, long room, ToLongFunction<Piece> cost) {
        this.sentences = sentences;
        this.prose = prose;
        this.room = room;
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
        boolean newest = kept.isEmpty();
        kept.set(at);
        long remains = room;
        for (Piece piece : chosen()) {
            remains -= costs.computeIfAbsent(piece, cost::applyAsLong);
        }
        if (remains < 0 && !newest) {
            kept.clear(at);
            return false;
        }
        left = remains;
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
        Piece acts = null;
        Piece last = null;
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            Piece piece = sentences.get(i);
            boolean needsSubject = piece.voice().isFragment() && (prose || acts != last);
            chosen.add(!needsSubject && acts != null && acts.shows(piece.label()) ? piece : piece.named());
            if (piece.voice().turns()) {
                acts = piece;
            } else if (acts != null && !acts.label().equals(piece.label())) {
                acts = null;
            }
            last = piece;
        }
        return chosen;
    }
}
