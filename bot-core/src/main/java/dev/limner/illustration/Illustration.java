package dev.limner.illustration;

import dev.limner.avatar.ImageHash;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ScenePost;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request for a picture and what became of it.
 *
 * @param id 16 characters of {@code [0-9a-z]}, ordered by time of acceptance
 * @param after position in the story that the scene begins behind
 * @param upTo position of the last message that the scene may hold; 0 where no story is read
 * @param picked the message to draw alone, where it was picked by hand
 * @param askedIn the message to reply to
 * @param event what asked for it, as in {@link dev.limner.chat.Responder.Telling}; null where that is never met again
 * @param status the message that shows place, progress, and in the end a failure
 * @param posted the messages that show the picture; more than one where the words did not fit beside it
 * @param failures how often a backend failed at it
 * @param failingSince when a backend first failed at it
 * @param told whether how it ended was shown to its requester; nothing is left to do then
 * @param ending why it failed, for its requester
 * @param notes for its requester: what the backend did not use, what it changed
 */
public record Illustration(
        String id,
        Place place,
        UserRef requester,
        String requesterName,
        Ask ask,
        long after,
        long upTo,
        long seed,
        @Nullable ScenePost picked,
        @Nullable MessageRef askedIn,
        @Nullable String event,
        State state,
        @Nullable Composition composition,
        @Nullable String backend,
        @Nullable ImageHash picture,
        @Nullable MessageRef status,
        List<MessageRef> posted,
        int failures,
        @Nullable Instant failingSince,
        boolean told,
        @Nullable String ending,
        List<String> notes,
        Instant accepted,
        Instant changed) {
    public Illustration {
        posted = List.copyOf(posted);
        notes = List.copyOf(notes);
    }

    /** What an illustration is when it is accepted. */
    public static Illustration accepted(
            String id, Order order, Window window, long seed, @Nullable Composition composition, Instant now) {
        return new Illustration(
                id,
                order.place(),
                order.by().user(),
                order.by().displayName(),
                order.ask(),
                window.after(),
                window.upTo(),
                seed,
                window.picked(),
                order.askedIn(),
                order.event(),
                composition == null ? State.ACCEPTED : State.COMPOSED,
                composition,
                null,
                null,
                null,
                List.of(),
                0,
                null,
                false,
                null,
                List.of(),
                now,
                now);
    }

    Window window() {
        return new Window(after, upTo, picked);
    }

    /** Whether its prompt is made from the story; one that was given has no story behind it, and is drawn as it stands. */
    boolean readsStory() {
        return upTo > 0 || picked != null;
    }

    Change change() {
        return new Change(this);
    }

    /** Names the fields that differ from an illustration; all others stay. */
    static final class Change {
        private final Illustration from;
        private State state;
        private @Nullable Composition composition;
        private @Nullable String backend;
        private @Nullable ImageHash picture;
        private @Nullable MessageRef status;
        private List<MessageRef> posted;
        private int failures;
        private @Nullable Instant failingSince;
        private boolean told;
        private @Nullable String ending;
        private List<String> notes;

        private Change(Illustration from) {
            this.from = from;
            this.state = from.state;
            this.composition = from.composition;
            this.backend = from.backend;
            this.picture = from.picture;
            this.status = from.status;
            this.posted = from.posted;
            this.failures = from.failures;
            this.failingSince = from.failingSince;
            this.told = from.told;
            this.ending = from.ending;
            this.notes = from.notes;
        }

        Change state(State value) {
            state = value;
            return this;
        }

        Change composition(Composition value) {
            composition = value;
            return this;
        }

        Change backend(String value) {
            backend = value;
            return this;
        }

        Change picture(ImageHash value) {
            picture = value;
            return this;
        }

        Change status(MessageRef value) {
            status = value;
            return this;
        }

        Change posted(List<MessageRef> value) {
            posted = value;
            return this;
        }

        Change failedAt(Instant now) {
            failures++;
            failingSince = failingSince == null ? now : failingSince;
            return this;
        }

        Change told() {
            told = true;
            return this;
        }

        Change ending(String value) {
            ending = value;
            return this;
        }

        Change notes(List<String> value) {
            notes = value;
            return this;
        }

        Illustration at(Instant now) {
            return new Illustration(
                    from.id,
                    from.place,
                    from.requester,
                    from.requesterName,
                    from.ask,
                    from.after,
                    from.upTo,
                    from.seed,
                    from.picked,
                    from.askedIn,
                    from.event,
                    state,
                    composition,
                    backend,
                    picture,
                    status,
                    posted,
                    failures,
                    failingSince,
                    told,
                    ending,
                    notes,
                    from.accepted,
                    now);
        }
    }
}
