package dev.limner.chat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Splits a text into parts within limits, in time linear in its length. Nothing is lost but blanks where two parts meet.
 *
 * <p>A part ends at the best kind of break in its second half, or else at the last break there is, so that parts are
 * neither torn nor tiny. Without any break it ends between two grapheme clusters; a cluster that is above the limit
 * alone is split between code points.
 */
final class TextSplitter {

    /** Where a text may be broken, best first. */
    private enum Break {
        PARAGRAPH,
        LINE,
        SENTENCE,
        WORD
    }

    private static final String STOPS = ".!?…";
    /** End a sentence without a blank after them. */
    private static final String WIDE_STOPS = "。！？";

    private static final String CLOSERS = "\"'”’»)]*_」』）";

    private final String text;
    private final Graphemes graphemes;

    private TextSplitter(String text) {
        this.text = text;
        this.graphemes = new Graphemes(text);
    }

    /**
     * @param text well-formed
     * @param limits by the number of the part, from 0
     * @return none of them blank; empty where the text is
     * @throws IllegalArgumentException where a limit is below a single code point of the text
     */
    static List<String> split(String text, IntFunction<TextLimit> limits) {
        TextSplitter splitter = new TextSplitter(text);
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Cut cut = splitter.new Part(at, limits.apply(parts.size())).cut();
            String part = text.substring(at, cut.end());
            if (!Graphemes.isBlank(part)) {
                parts.add(part);
            }
            at = cut.next();
        }
        return parts;
    }

    /** A part ends at {@code end}; the next begins at {@code next}, with only blanks between. */
    private record Cut(int end, int next) {}

    private int endOfBlanks(int start) {
        int at = start;
        while (at < text.length() && Graphemes.isBlank(text.charAt(at))) {
            int end = graphemes.end(at, 3);
            if (!Graphemes.isBlank(text.substring(at, end))) {
                break;
            }
            at = end;
        }
        return at;
    }

    /** One part, from its start as far as the limit allows. */
    private final class Part {

        private final int start;
        private final TextLimit limit;
        private final Map<Break, Cut> latest = new EnumMap<>(Break.class);
        private int at;
        private int room;
        private boolean afterSentence;
        private boolean afterWideStop;

        Part(int start, TextLimit limit) {
            this.start = start;
            this.limit = limit;
            this.at = start;
            this.room = limit.max();
        }

        Cut cut() {
            while (at < text.length()) {
                int blanks = endOfBlanks(at);
                int end = blanks > at ? blanks : graphemes.end(at, Graphemes.span(limit));
                if (blanks > at) {
                    latest.put(kindOfBlanks(end), new Cut(at, end));
                } else {
                    noteSentences();
                }
                int length = limit.unit().lengthOf(text.substring(at, end));
                if (length > room) {
                    return blanks == text.length() ? new Cut(at, blanks) : best();
                }
                room -= length;
                at = end;
            }
            return new Cut(at, at);
        }

        private Break kindOfBlanks(int end) {
            long newlines =
                    text.substring(at, end).chars().filter(c -> c == '\n').count();
            if (newlines > 0) {
                return newlines > 1 ? Break.PARAGRAPH : Break.LINE;
            }
            return afterSentence ? Break.SENTENCE : Break.WORD;
        }

        private void noteSentences() {
            char c = text.charAt(at);
            boolean stop = STOPS.indexOf(c) >= 0 || WIDE_STOPS.indexOf(c) >= 0;
            if (CLOSERS.indexOf(c) >= 0) {
                return;
            }
            if (afterWideStop && !stop) {
                latest.put(Break.SENTENCE, new Cut(at, at));
            }
            afterSentence = stop;
            afterWideStop = WIDE_STOPS.indexOf(c) >= 0;
        }

        private Cut best() {
            int half = start + (at - start) / 2;
            Cut last = new Cut(start, start);
            for (Cut cut : latest.values()) {
                if (cut.end() > start && cut.end() >= half) {
                    return cut;
                }
                last = cut.next() > last.next() ? cut : last;
            }
            if (last.end() > start || (at == start && last.next() > start)) {
                return last;
            }
            return at > start ? new Cut(at, at) : withinCluster();
        }

        private Cut withinCluster() {
            int end = start;
            while (end < text.length() && limit.unit().lengthOf(text.codePointAt(end)) <= room) {
                room -= limit.unit().lengthOf(text.codePointAt(end));
                end += Character.charCount(text.codePointAt(end));
            }
            if (end == start) {
                throw new IllegalArgumentException("a limit of " + limit.max() + " holds no character");
            }
            return new Cut(end, end);
        }
    }
}
