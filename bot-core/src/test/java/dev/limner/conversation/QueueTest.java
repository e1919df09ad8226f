package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.FakePlatform;
import dev.limner.chat.FakeUser;
import dev.limner.chat.Place;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who waits for whom, through the whole core. */
class QueueTest {
    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    @Test
    void one_person_may_have_ten_pictures_waiting_and_no_more() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        room.backend().next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        for (int i = 0; i < 11; i++) {
            room.sam().type("/imagine a lighthouse, number " + i, List.of());
        }
        assertThat(room.lastAnswer(room.sam())).contains("10 pictures waiting");
        ready.countDown();

        await().until(() -> room.pictures().size() == 10);
    }

    @Test
    void whoever_asks_for_much_does_not_keep_others_waiting() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            room.backend().next(progress -> {
                ready.await();
                return ScriptedBackend.drawn();
            });
        }
        for (int i = 0; i < 5; i++) {
            room.sam().type("/imagine a lighthouse, number " + i, List.of());
        }
        room.mod().type("/imagine a small boat", List.of());
        room.mod().lastStage().toCompletableFuture().join();
        ready.countDown();

        await().until(() -> room.pictures().size() == 6);
        List<String> order = room.backend().requests().stream()
                .map(request -> request.composition().prompt())
                .toList();
        assertThat(order).anySatisfy(prompt -> assertThat(prompt).containsIgnoringCase("a small boat"));
        int place = 0;
        while (!order.get(place).toLowerCase(Locale.ROOT).contains("a small boat")) {
            place++;
        }
        assertThat(place).isLessThanOrEqualTo(2);
    }

    @Test
    void a_picture_comes_by_itself_after_every_so_many_messages() {
        room.mod().type("/story on", List.of());
        room.mod().type("/story auto 2", List.of());
        room.sam().say("A red door stands open.");
        assertThat(room.pictures()).isEmpty();
        room.sam().say("Rain falls behind it.");

        room.picture(1);
    }

    @Test
    void a_message_deleted_while_its_picture_waits_is_not_drawn() {
        CountDownLatch ready = new CountDownLatch(1);
        room.backend().next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        room.story();
        String regretted = room.sam().say("A blue door is shut.");
        room.sam().type("/imagine a lighthouse", List.of());
        room.sam().type("/scene", List.of());
        await().until(() -> room.backend().requests().size() == 1);

        room.sam().delete(regretted);
        room.sam().lastStage().toCompletableFuture().join();
        ready.countDown();
        room.picture(2);

        assertThat(room.backend().requests().get(1).composition().prompt())
                .contains("lantern")
                .doesNotContain("blue door");
    }

    @Test
    void requests_from_many_channels_at_once_do_not_pass_the_limit_of_one_person() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        room.backend().next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        List<FakeUser> places = IntStream.range(0, 40)
                .mapToObj(i -> room.sam()
                        .in(new Place(
                                new ChannelRef(FakePlatform.ID, "channel-" + i), null, FakePlatform.ROOM.community())))
                .toList();
        places.parallelStream().forEach(user -> user.type("/imagine a lighthouse", List.of()));
        places.forEach(user -> user.lastStage().toCompletableFuture().join());

        assertThat(places.stream()
                        .filter(user -> user.answers().stream()
                                .anyMatch(answer -> answer.text().contains("10 pictures waiting"))))
                .hasSize(30);
        ready.countDown();
    }
}
