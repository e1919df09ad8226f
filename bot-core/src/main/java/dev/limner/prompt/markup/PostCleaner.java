package dev.limner.prompt.markup;

import dev.limner.avatar.FoundTag;
import dev.limner.avatar.TagGaps;
import dev.limner.avatar.Tags;
import dev.limner.prompt.ScenePost;
import dev.limner.prompt.text.PlainCharacters;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a post for its story. First the tags, then hidden characters, then what is not story at all (out-of-character
 * talk, code, server commands), then line by line what {@link StoryLines} knows.
 */
public final class PostCleaner {
    /** Stands for a tag until the text around it is known to be story; {@link PlainCharacters} lets no other pass. */
    private static final char TAG = '\uFDD0';

    private static final boolean[] OPENS_TALK = new boolean[0x80];

    /** What begins nothing but where a line begins. */
    private static final boolean[] ORDINARY = new boolean[0x80];

    static {
        "([{/oOA".chars().forEach(c -> OPENS_TALK[c] = true);
        for (char c = 0; c < 0x80; c++) {
            ORDINARY[c] = !OPENS_TALK[c] && c != '`' && c != '<' && c != '\n';
        }
    }

    private PostCleaner() {}

    static CleanPost clean(ScenePost post) {
        List<FoundTag> found = Tags.find(post.text());
        String marked = found.isEmpty() ? PlainCharacters.clean(post.text()) : marked(post.text(), found);
        List<CleanPost.PostTag> tags = new ArrayList<>(found.size());
        String marks = withoutRemarks(unescaped(marked), found, tags);
        if (!tags.isEmpty()) {
            dropEarlier(tags, tagsBeforeLastBreak(marks));
        }
        String story = TagGaps.close(marks, TAG);
        return new CleanPost(StoryLines.stretches(story, post.mentions()), tags);
    }

    /** Brackets that are escaped are brackets all the same to whoever reads the chat. */
    private static String unescaped(String text) {
        return text.indexOf('\\') < 0
                ? text
                : text.replace("\\(", "(")
                        .replace("\\)", ")")
                        .replace("\\[", "[")
                        .replace("\\]", "]");
    }

    /** How many tags of the story stand before its last scene break. */
    private static int tagsBeforeLastBreak(String story) {
        int before = 0;
        int seen = 0;
        for (int from = 0; from <= story.length(); ) {
            int end = story.indexOf('\n', from);
            end = end < 0 ? story.length() : end;
            int start = from;
            while (start < end && story.charAt(start) == ' ') {
                start++;
            }
            if (SceneBreaks.after(story, start, end) != SceneBreaks.NONE) {
                before = seen;
            }
            for (int i = from; i < end; i++) {
                seen += story.charAt(i) == TAG ? 1 : 0;
            }
            from = end + 1;
        }
        return before;
    }

    private static void dropEarlier(List<CleanPost.PostTag> tags, int count) {
        int[] left = {count};
        tags.removeIf(t -> !t.aside() && left[0]-- > 0);
    }

    /** A text that somebody gave, with hidden characters gone, without what is not meant for the picture. */
    public static String withoutRemarks(String plain) {
        return withoutRemarks(plain.replace(TAG, ' '), List.of(), new ArrayList<>(0));
    }

    private static String marked(String text, List<FoundTag> found) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (FoundTag tag : found) {
            out.append(PlainCharacters.clean(text.substring(from, tag.start()))).append(TAG);
            from = tag.end();
        }
        return out.append(PlainCharacters.clean(text.substring(from))).toString();
    }

    private static String withoutRemarks(String text, List<FoundTag> found, List<CleanPost.PostTag> tags) {
        StringBuilder out = new StringBuilder(text.length());
        OutOfCharacter talk = new OutOfCharacter(text);
        int tag = 0;
        int copied = 0;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == TAG) {
                tags.add(new CleanPost.PostTag(found.get(tag++), false));
            }
            boolean aside = false;
            int end = i;
            if (c == '`') {
                end = Code.end(text, i);
            } else if (c == '<') {
                end = talk.end(i);
                aside = end > i;
                end = aside ? end : AngleCommands.end(text, i);
            } else if (c == '/' && Links.isAuthority(text, i)) {
                i = Links.end(text, i);
                continue;
            } else if ((mayOpenTalk(c) && mayBeTalk(text, i, c)) || talk.startsLine(i)) {
                end = talk.end(i);
                aside = end > i;
            }
            if (end <= i) {
                i = isOrdinary(c) && !talk.startsLine(i + 1) ? endOfOrdinary(text, i + 1) : i + 1;
                continue;
            }
            out.append(text, copied, i).append(end < text.length() && text.charAt(end) != '\n' ? " " : "");
            for (int k = i; k < end; k++) {
                if (text.charAt(k) == TAG) {
                    tags.add(new CleanPost.PostTag(found.get(tag++), aside));
                }
            }
            i = end;
            copied = end;
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    private static boolean isOrdinary(char c) {
        return c < 0x80 && ORDINARY[c];
    }

    private static int endOfOrdinary(String text, int from) {
        int end = from;
        while (end < text.length() && isOrdinary(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A letter o opens talk only as the first of OOC, O.O.C., O O C or out of character, an A only as that of A/N. */
    private static boolean mayBeTalk(String text, int at, char c) {
        if ((c | 0x20) != 'o' && c != 'A') {
            return true;
        }
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == 'A') {
            return next == '/';
        }
        if (next == ' ') {
            return at + 2 < text.length() && (text.charAt(at + 2) | 0x20) == 'o';
        }
        return next == 'o' || next == 'O' || next == '.' || next == 'u' || next == 'U' || next > 0x7F;
    }

    private static boolean mayOpenTalk(char c) {
        return c < 0x80 ? OPENS_TALK[c] : c >= 0x3010 || OutOfCharacterWord.mayBegin(c);
    }
}
