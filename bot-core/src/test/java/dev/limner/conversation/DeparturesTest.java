package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.Author;
import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.ChannelDeleted;
import dev.limner.chat.ChatEvent.CommunityLeft;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.FakePlatform;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.illustration.Platforms;
import dev.limner.story.Capture;
import dev.limner.story.ChannelState;
import dev.limner.story.InMemoryChannelStates;
import dev.limner.story.InMemoryStoryLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Channels that are deleted, and communities that the bot is taken out of. */
class DeparturesTest {
    private static final Place HERE = FakePlatform.ROOM;
    private static final Place THREAD =
            new Place(new ChannelRef(FakePlatform.ID, "thread"), HERE.channel(), HERE.community());
    private static final Place OTHER = new Place(new ChannelRef(FakePlatform.ID, "other"), null, HERE.community());

    @RegisterExtension
    private final CoreRoom room = new CoreRoom();

    @Test
    void of_a_deleted_channel_and_what_hung_under_it_no_story_is_kept_and_the_others_stay() {
        follow(HERE, THREAD, OTHER);

        hear(new ChannelDeleted(HERE));

        assertThat(List.of(state(HERE), state(THREAD))).noneMatch(ChannelState::capturing);
        assertThat(state(OTHER).capturing()).isTrue();
        assertThat(keptOfSam()).isEqualTo("1");
    }

    @Test
    void a_deleted_thread_takes_nothing_of_its_channel_with_it() {
        follow(HERE, THREAD);

        hear(new ChannelDeleted(THREAD));

        assertThat(state(HERE).capturing()).isTrue();
        assertThat(keptOfSam()).isEqualTo("1");
    }

    @Test
    void where_the_bot_was_taken_out_nothing_is_kept_or_followed_before_that_is_turned_on_anew() {
        room.mod().type("/story on", List.of());
        room.mod().type("/character set Mira Mira, a lean elf with cropped silver hair", List.of());
        follow(THREAD);
        room.mod().type("/story status", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("is followed here");

        hear(new CommunityLeft(HERE.community()));
        say(HERE, "while nobody turned it on");

        room.mod().type("/story status", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("is not followed here").contains("kept: 0");
        room.mod().type("/character show Mira", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("cropped silver hair");
        assertThat(state(THREAD).capturing()).isFalse();

        room.mod().type("/story on", List.of());
        say(HERE, "after it was");
        hear(new CommunityLeft(HERE.community()));
        assertThat(keptOfSam()).isEqualTo("0");
    }

    @Test
    void what_the_bot_was_taken_out_of_unheard_is_found_out_and_forgotten() {
        InMemoryChannelStates channels = new InMemoryChannelStates();
        InMemoryStoryLog story = new InMemoryStoryLog();
        Capture capture = new Capture(story, channels, InstantSource.system());
        Platforms platforms = new Platforms();
        platforms.add(room.platform());
        Place far = new Place(OTHER.channel(), null, new CommunityRef(FakePlatform.ID, "far"));
        Place silent = new Place(
                new ChannelRef(new PlatformId("silent"), "1"), null, new CommunityRef(new PlatformId("silent"), "1"));
        for (Place place : List.of(HERE, far, silent)) {
            channels.remember(place);
            capture.change(place.channel(), state -> state.withCapturing(true));
        }
        room.platform().takeOutUnheard(HERE.community());

        try (ChannelLanes lanes = new ChannelLanes();
                Retention retention = new Retention(story, channels, room.core().settings(), InstantSource.system())) {
            new Departures(capture, retention, channels, lanes, platforms).lookAround();
        }

        assertThat(capture.state(HERE.channel()).capturing()).isFalse();
        assertThat(capture.state(far.channel()).capturing()).isTrue();
        assertThat(capture.state(silent.channel()).capturing()).isTrue();
    }

    /** Each gets a message. */
    private void follow(Place... places) {
        for (Place place : places) {
            room.core().capture().change(place.channel(), state -> state.withCapturing(true));
            say(place, "Tobin waits.");
        }
    }

    private void say(Place place, String text) {
        Author sam = new Author(Author.Kind.PERSON, room.sam().member().user(), "Sam");
        MessageRef message = new MessageRef(place.channel(), text);
        hear(new MessagePosted(place, message, sam, text, Map.of(), Instant.EPOCH));
    }

    private ChannelState state(Place place) {
        return room.core().capture().state(place.channel());
    }

    private String keptOfSam() {
        room.sam().type("/privacy show", List.of());
        String answer = room.lastAnswer(room.sam());
        return answer.replaceFirst("(?s).*turned that on: ", "").replaceFirst("(?s)\n.*", "");
    }

    private void hear(ChatEvent event) {
        room.core().listener().onEvent(event).toCompletableFuture().join();
    }
}
