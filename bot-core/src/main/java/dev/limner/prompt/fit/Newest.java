package dev.limner.prompt.fit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Chooses the newest sentences that there is room for. Those that leave their speaker without a name get it wherever the
 * ones before them do not tell; which these are shows only as the older ones are cut.
 */
final class Newest {
    private final List<Piece> sentences;
    private final boolean prose;
    private final ToLongFunction<Piece> cost;
    private final BitSet kept = new BitSet();
    private long left;

    /**
     * @param prose whether every sentence is to have its subject; if not, one that follows at once goes without
     * @param room in the meter's unit
     * @param cost with its joint, in the meter's unit
     */
    Newest(List<Piece> sentences, boolean prose, long room, ToLongFunction<Piece> cost) {
        this.sentences = sentences;
        this.prose = prose;
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

    /** What of the kept ones may read otherwise for it is itself and who acts next, so no more is looked at. */
    private boolean keep(int at) {
        boolean newest = kept.isEmpty();
        kept.set(at);
        int next = turnsAgain(at);
        long remains = left - cost.applyAsLong(shown(at));
        if (next >= 0) {
            kept.clear(at);
            remains += cost.applyAsLong(shown(next));
            kept.set(at);
            remains -= cost.applyAsLong(shown(next));
        }
        if (remains < 0 && !newest) {
            kept.clear(at);
            return false;
        }
        left = remains;
        return true;
    }

    /** The next sentence after which others may act, if this one makes a difference to it; -1 for none. */
    private int turnsAgain(int at) {
        if (!sentences.get(at).voice().turns() && turnedBefore(at) < 0) {
            return -1;
        }
        int next = kept.nextSetBit(at + 1);
        while (next >= 0 && !sentences.get(next).voice().turns()) {
            next = kept.nextSetBit(next + 1);
        }
        return next;
    }

    private int turnedBefore(int at) {
        int before = keptBefore(at);
        while (before >= 0 && !sentences.get(before).voice().turns()) {
            before = keptBefore(before);
        }
        return before;
    }

    private int keptBefore(int at) {
        return at == 0 ? -1 : kept.previousSetBit(at - 1);
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
        return kept.stream().mapToObj(this::shown).toList();
    }

    /** A kept sentence, with its speaker where those before it do not show who that is. */
    private Piece shown(int at) {
        Piece piece = sentences.get(at);
        if (!piece.voice().isUnnamed()) {
            return piece;
        }
        int acts = turnedBefore(at);
        boolean subject = piece.voice().isFragment() && (prose || acts != keptBefore(at));
        return acts < 0
                        || subject
                        || isInterrupted(acts, at)
                        || !sentences.get(acts).shows(piece.label())
                ? piece.named()
                : piece;
    }

    /** Whether somebody else speaks between. */
    private boolean isInterrupted(int acts, int at) {
        String who = sentences.get(acts).label();
        for (int i = kept.nextSetBit(acts + 1); i < at; i = kept.nextSetBit(i + 1)) {
            if (!sentences.get(i).label().equals(who)) {
                return true;
            }
        }
        return false;
    }
}
