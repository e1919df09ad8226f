package dev.limner.prompt.markup;

import dev.limner.prompt.text.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what remains of a post line by line: scene breaks part it, commands and rolls go, markup is read for its words. */
public final class StoryLines {
    /** Stands for asterisks around emphasised words and actions. */
    public static final char EMPHASIS = Quotation.EMPHASIS;

    private StoryLines() {}

    /** The stretches between scene breaks; at least one, some may be blank. */
    static List<String> stretches(String story, Map<String, String> mentions) {
        List<String> stretches = new ArrayList<>(1);
        StringBuilder out = new StringBuilder(story.length());
        SheetBlocks sheets = SheetBlocks.of(story);
        InlineMarkup markup = new InlineMarkup(out, mentions);
        for (int from = 0; from <= story.length(); ) {
            int end = story.indexOf('\n', from);
            end = end < 0 ? story.length() : end;
            int start = afterBlanks(story, from, end);
            int scene = SceneBreaks.after(story, start, end);
            if (scene != SceneBreaks.NONE) {
                stretches.add(out.toString());
                out.setLength(0);
            }
            int turn = Transitions.within(story, Math.max(start, scene), end);
            if (turn != SceneBreaks.NONE) {
                stretches.add(out.toString());
                out.setLength(0);
                scene = turn;
            }
            if (scene < end) {
                start = afterLead(story, Math.max(start, scene), end);
                if (start < end && !sheets.covers(start) && !BotLines.isCommand(story, start, end)) {
                    String line = SpeakerLabels.asTag(
                            GameLines.without(story.substring(BotLines.afterEmote(story, start, end), end)));
                    if (!line.isEmpty()) {
                        markup.read(line, 0, line.length());
                        out.append('\n');
                    }
                }
            }
            from = end + 1;
        }
        stretches.add(out.toString());
        return stretches;
    }

    /** Past quote marks, headings and bullets. */
    private static int afterLead(String text, int from, int end) {
        int start = from;
        while (start < end) {
            char c = text.charAt(start);
            boolean bullet = (c == '-' || c == '*' || c == '+') && start + 1 < end && text.charAt(start + 1) == ' ';
            boolean small = c == '-' && start + 1 < end && text.charAt(start + 1) == '#';
            if (c != '>' && c != '#' && c != ' ' && !bullet && !small) {
                break;
            }
            start++;
        }
        return start;
    }

    private static int afterBlanks(String text, int from, int end) {
        int start = from;
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        return start;
    }
}
