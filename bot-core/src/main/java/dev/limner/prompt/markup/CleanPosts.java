package dev.limner.prompt.markup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.prompt.ScenePost;
import java.util.Map;

/** Posts without what is not story; kept, since most of a story is read again for its next picture. Thread-safe. */
public final class CleanPosts {
    /** Characters of text that are kept. */
    private static final int KEPT = 2_000_000;

    private static final int LONGEST_KEPT = 8_000;

    private record Key(String text, Map<String, String> mentions) {
        /** The text keeps its own, and hardly any is posted twice with other mentions. */
        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    private final Cache<Key, CleanPost> known = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Key key, CleanPost post) -> key.text().length() + 100)
            .build();

    public CleanPost of(ScenePost post) {
        if (post.text().length() > LONGEST_KEPT) {
            return PostCleaner.clean(post);
        }
        Key key = new Key(post.text(), post.mentions());
        CleanPost clean = known.getIfPresent(key);
        if (clean == null) {
            clean = PostCleaner.clean(post);
            known.put(key, clean);
        }
        return clean;
    }
}
