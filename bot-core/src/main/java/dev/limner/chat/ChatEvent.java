package dev.limner.chat;

import dev.limner.command.Invocation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened on a platform, translated by its adapter. All text is as the platform gave it: hostile. */
public sealed interface ChatEvent {

    Place place();

    /**
     * A message in a channel; captured only where capture is on.
     *
     * @param mentions display names by the id that stands in the text, for mentions of the platform's own syntax
     * @param mayBeReposted whether a proxy may be about to delete it and post it again under a character's name
     */
    record MessagePosted(
            Place place,
            MessageRef message,
            Author author,
            String text,
            Map<String, String> mentions,
            Instant at,
            boolean mayBeReposted)
            implements ChatEvent {
        public MessagePosted {
            mentions = Map.copyOf(mentions);
        }

        /** One that stays as it is. */
        public MessagePosted(
                Place place, MessageRef message, Author author, String text, Map<String, String> mentions, Instant at) {
            this(place, message, author, text, mentions, at, false);
        }
    }

    /**
     * Somebody picked a message of the chat to be illustrated. It is drawn whether or not the story is followed there,
     * since whoever picked it handed it over.
     */
    record MessagePicked(Member by, MessagePosted picked, Responder responder) implements ChatEvent {
        @Override
        public Place place() {
            return picked.place();
        }
    }

    /** A message's text was replaced. */
    record MessageEdited(Place place, MessageRef message, String text, Map<String, String> mentions)
            implements ChatEvent {
        public MessageEdited {
            mentions = Map.copyOf(mentions);
        }
    }

    /** A message was deleted. */
    record MessageDeleted(Place place, MessageRef message) implements ChatEvent {}

    /**
     * A command, already parsed against the catalogue.
     *
     * @param message the message that carried the command, where the platform has one
     * @param about the message that the command was given in reply to, where there is one
     */
    record CommandInvoked(
            Place place,
            Member by,
            Invocation invocation,
            @Nullable MessageRef message,
            @Nullable MessageRef about,
            Responder responder)
            implements ChatEvent {

        /** A command that answers nothing. */
        public CommandInvoked(
                Place place, Member by, Invocation invocation, @Nullable MessageRef message, Responder responder) {
            this(place, by, invocation, message, null, responder);
        }
    }

    /** A button under one of our messages. */
    record ButtonPressed(Place place, Member by, MessageRef message, String buttonId, Responder responder)
            implements ChatEvent {}

    /**
     * A channel goes on under another id, with all that is kept for it and for its community: from now on it is only
     * there. Telling it again changes nothing.
     *
     * @param place where it was
     * @param to where it is; hangs under the like of what {@code place} hung under
     */
    record ChannelMoved(Place place, Place to) implements ChatEvent {}

    /**
     * A channel was deleted, with all that was said in it and with the threads, posts or topics under it: its story is
     * forgotten. Telling it again changes nothing.
     */
    record ChannelDeleted(Place place) implements ChatEvent {}

    /**
     * The bot was taken out of a community. Nothing is told any more of what is edited or deleted there, and nobody there
     * can have anything forgotten, so the stories of all its channels are forgotten, and none is followed before a
     * moderator turns that on anew. Its characters, styles, avatars and settings stay. Telling it again changes nothing.
     */
    record CommunityLeft(CommunityRef community) implements ChatEvent {

        /** No channel in particular; its turn is the community's own. */
        @Override
        public Place place() {
            return new Place(new ChannelRef(community.platform(), community.id()), null, community);
        }
    }

    /** The answer to a {@link Form}. */
    record FormSubmitted(Place place, Member by, String formId, String value, Responder responder)
            implements ChatEvent {}
}
