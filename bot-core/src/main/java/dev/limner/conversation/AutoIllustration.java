package dev.limner.conversation;

import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.illustration.Illustrator;
import dev.limner.illustration.Order;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Mode;
import dev.limner.story.Capture;
import dev.limner.story.ChannelState;
import dev.limner.story.StoryLog;
import dev.limner.story.StoryMessage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a picture by itself after every so many messages, where {@code /story auto} says so. */
final class AutoIllustration {
    private static final Logger log = LoggerFactory.getLogger(AutoIllustration.class);

    private final Capture capture;
    private final StoryLog story;
    private final IllustrationRepository illustrations;
    private final Illustrator illustrator;

    AutoIllustration(Capture capture, StoryLog story, IllustrationRepository illustrations, Illustrator illustrator) {
        this.capture = capture;
        this.story = story;
        this.illustrations = illustrations;
        this.illustrator = illustrator;
    }

    /** To be called after a message was kept. */
    void afterMessage(Place place) {
        ChannelState state = capture.state(place.channel());
        if (!state.capturing() || state.autoEvery() == 0) {
            return;
        }
        UserRef requester = new UserRef(
                place.channel().platform(), "auto:" + place.channel().id());
        if (illustrations.open(requester) > 0) {
            return;
        }
        // what is held may be about to be reposted, and would count twice
        List<StoryMessage> fresh =
                story.window(place.channel(), state.illustratedUpTo(), Long.MAX_VALUE, state.autoEvery()).stream()
                        .filter(message -> message.heldUntil() == null)
                        .toList();
        if (fresh.size() < state.autoEvery()) {
            return;
        }
        ask(place, requester, fresh.get(fresh.size() - 1).position());
    }

    private void ask(Place place, UserRef requester, long upTo) {
        Member automatic = new Member(requester, "the story", true);
        try {
            illustrator.accept(new Order(
                    place, automatic, new Ask(Mode.SCENE, null, null, null, null, null, requester.id()), null));
        } catch (RefusedException e) {
            log.info("no automatic picture in {}: {}", place.channel(), e.getMessage());
        }
        // whatever becomes of it, or the same stretch would be tried again with every message
        capture.change(place.channel(), state -> state.withIllustratedUpTo(upTo));
    }
}
