package dev.limner.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FakePlatformTest extends ChatPlatformContract {

    private FakePlatform fake = new FakePlatform();

    @Override
    protected ChatPlatform open() {
        fake = new FakePlatform();
        return fake;
    }

    @Override
    protected ChatUser user() {
        return fake.user("sam");
    }

    @Override
    protected boolean forbidPictures() {
        fake.forbidPictures("Pictures are not taken here: let me post them.");
        return true;
    }

    @Test
    void a_send_that_is_told_to_fail_delivers_nothing() {
        ChatException failure = new ChatException(ChatException.Kind.RATE_LIMITED, "too fast");
        fake.failNextSend(failure);

        assertThatThrownBy(() -> fake.send(FakePlatform.ROOM.channel(), hello()))
                .isSameAs(failure);
        assertThat(fake.standing(FakePlatform.ROOM.channel())).isEmpty();
    }

    @Test
    void a_send_that_is_told_to_fail_late_delivers_and_its_repetition_shows_it_once() throws Exception {
        fake.failNextSendAfterDelivering(
                new ChatException(ChatException.Kind.UNAVAILABLE, "connection lost", true, null, null));

        assertThatThrownBy(() -> fake.send(FakePlatform.ROOM.channel(), hello()))
                .isInstanceOf(ChatException.class);
        fake.send(FakePlatform.ROOM.channel(), hello());

        assertThat(fake.standing(FakePlatform.ROOM.channel())).hasSize(1);
    }

    @Test
    void what_is_above_the_limits_is_refused() {
        PlannedMessage tooLong = new PlannedMessage("x".repeat(4001), List.of(), List.of(), null, null);

        assertThatThrownBy(() -> fake.send(FakePlatform.ROOM.channel(), tooLong))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.kind()).isEqualTo(ChatException.Kind.REFUSED));
    }

    private static PlannedMessage hello() {
        return new PlannedMessage("hello", List.of(), List.of(), null, "n1");
    }
}
