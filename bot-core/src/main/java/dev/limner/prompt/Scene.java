package dev.limner.prompt;

import dev.limner.prompt.cast.Authors;
import dev.limner.prompt.fit.Report;
import dev.limner.prompt.markup.CleanPost;
import dev.limner.prompt.markup.CleanPosts;
import dev.limner.prompt.markup.Passage;
import dev.limner.prompt.markup.Sentences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The stretch of story to draw.
 *
 * @param passages oldest first
 * @param tags what its posts asked for, oldest first
 * @param sawPosts whether there was any post at all
 * @param sawPeople whether one of them was no bot's
 */
record Scene(List<Passage> passages, List<PostTags> tags, boolean sawPosts, boolean sawPeople) {

    /** The tags of one post. */
    record PostTags(ScenePost post, List<CleanPost.PostTag> tags) {}

    /** Posts that are read in any case where nobody set a limit; more only while the prompt has room. */
    private static final int USUAL_POSTS = 100;

    /** No story: for pictures of a given text. */
    static Scene none() {
        return new Scene(List.of(), List.of(), false, false);
    }

    /**
     * Walks back from the newest post to the last scene break or long pause, or as many story posts as are wanted.
     *
     * @param most how many, whatever pauses lie between them; 0 for all
     * @param room characters of text that certainly fill the prompt
     */
    static Scene select(
            List<ScenePost> posts, CleanPosts cleanPosts, Roster roster, Report report, int most, int room) {
        List<Passage> passages = new ArrayList<>();
        List<PostTags> tags = new ArrayList<>();
        boolean people = false;
        int length = 0;
        Pauses pauses = Pauses.between(posts);
        long silence = 0;
        for (int i = posts.size() - 1; i >= 0 && !enough(passages.size(), most, length, room); i--) {
            ScenePost post = posts.get(i);
            List<Integer> speakers = roster.authors(post);
            if (post.kind() == ScenePost.Kind.BOT && speakers.isEmpty()) {
                continue;
            }
            people = true;
            if (post.plays() != null && roster.lexicon().called(post.plays()).isEmpty()) {
                report.note(Authors.unknownPart(post));
            }
            CleanPost clean = cleanPosts.of(post);
            String text = lastWritten(clean.stretches(), passages.isEmpty());
            boolean words = Sentences.hasWords(text);
            if (words && most == 0 && !passages.isEmpty() && pauses.parts(silence)) {
                report.note("The scene begins after a pause of " + Pauses.inWords(silence)
                        + ". To reach further back, ask for a number of messages.");
                break;
            }
            if (!clean.tags().isEmpty()) {
                tags.add(new PostTags(post, clean.tags()));
            }
            if (words) {
                passages.add(Passage.told(speakers, text));
                length += text.length();
                silence = 0;
            }
            silence += post.minutesBefore();
            if (clean.stretches().size() > 1 && !passages.isEmpty()) {
                break;
            }
        }
        Collections.reverse(passages);
        Collections.reverse(tags);
        return new Scene(passages, tags, !posts.isEmpty(), people);
    }

    private static boolean enough(int posts, int most, int length, int room) {
        return most > 0 ? posts >= most : posts >= USUAL_POSTS && length > room;
    }

    /** What stands after a post's last break; while nothing was found yet, a break with nothing after it does not count. */
    private static String lastWritten(List<String> stretches, boolean first) {
        int last = stretches.size() - 1;
        while (first && last > 0 && !Sentences.hasWords(stretches.get(last))) {
            last--;
        }
        return stretches.get(last);
    }
}
