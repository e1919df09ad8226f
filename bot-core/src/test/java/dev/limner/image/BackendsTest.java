package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ListedNetworks;
import dev.limner.conversation.ScriptedBackend;
import dev.limner.image.BackendException.Next;
import dev.limner.image.Backends.Drawn;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of several servers draws, and what happens when one fails. */
class BackendsTest extends SeveralServers {
    private static final Network INK = new Network(Network.Kind.LORA, new AvatarName("ink"), "ink_v2", 0.7);
    private static final ListedNetworks LISTED = new ListedNetworks(Map.of(INK.name(), INK.file()), Map.of());

    @Test
    void the_first_draws_when_any_would_do() throws Exception {
        Drawn drawn = draw(backends(text, faces), ANYTHING);

        assertThat(drawn.backend()).isEqualTo("a1111");
        assertThat(notes(drawn)).isEmpty();
    }

    @Test
    void whoever_takes_the_references_draws_and_it_is_told_why() throws Exception {
        Drawn drawn = draw(backends(text, faces), new Need(null, null, 2, 0, List.of(), 0, 0));

        assertThat(drawn.backend()).isEqualTo("comfyui");
        assertThat(notes(drawn)).containsExactly("Drawn by comfyui: a1111 takes fewer of the references.");
    }

    @Test
    void networks_that_the_server_has_not_a_word_of_are_told_as_not_used() throws Exception {
        GenerationRequest request = new GenerationRequest(
                "r1",
                Requests.composition("a cat", ""),
                List.of(),
                List.of(
                        new Network(Network.Kind.LORA, new AvatarName("ink"), "ink", 0.7),
                        new Network(Network.Kind.EMBEDDING, new AvatarName("easy"), "easy", 0.7)));

        assertThat(notes(backends(text).draw(ANYTHING, request, fraction -> {})))
                .containsExactly(
                        "Not used: LoRA ink: the picture server takes none.",
                        "Not used: embedding easy: the picture server takes none.");
    }

    @Test
    void the_one_that_takes_the_most_draws_when_none_takes_all() throws Exception {
        ScriptedBackend two = server("openai", ModelFamily.GPT_IMAGE, 2, 1);

        assertThat(draw(backends(text, two, faces), new Need(null, null, 9, 0, List.of(), 0, 0))
                        .backend())
                .isEqualTo("comfyui");
    }

    @Test
    void the_model_that_is_set_counts_for_more_than_references() throws Exception {
        Need need = new Need(null, ModelFamily.SDXL, 1, 0, List.of(), 0, 0);

        assertThat(draw(backends(faces, text), need).backend()).isEqualTo("a1111");
    }

    @Test
    void the_server_that_is_set_for_a_place_draws_what_it_can() throws Exception {
        Drawn drawn = draw(backends(faces, text), new Need("a1111", null, 2, 0, List.of(), 0, 0));

        assertThat(drawn.backend()).isEqualTo("a1111");
        assertThat(notes(drawn)).isEmpty();
    }

    @Test
    void what_only_stands_in_for_a_picture_is_asked_last() throws Exception {
        ScriptedBackend sheet =
                server("storyboard", ModelFamily.FLUX1_SCHNELL, 16, 2).standingIn();
        Backends backends = backends(text, sheet);
        Need need = new Need(null, null, 2, 0, List.of(), 0, 0);

        assertThat(draw(backends, need).backend()).isEqualTo("a1111");
        text.failing(1, false);
        assertThat(draw(backends, need).backend()).isEqualTo("storyboard");
    }

    @Test
    void the_next_draws_when_one_fails_and_it_is_told() throws Exception {
        text.failing(1, true);

        Drawn drawn = draw(backends(text, faces), ANYTHING);

        assertThat(drawn.backend()).isEqualTo("comfyui");
        assertThat(notes(drawn)).containsExactly("Drawn by comfyui: a1111 failed.");
    }

    @Test
    void each_is_asked_once_before_the_failure_is_told() {
        text.failing(9, false);
        faces.failing(9, true);

        BackendException failure = failure(backends(text, faces));

        assertThat(failure.mayRetry()).as("the more hopeful of the two").isTrue();
        assertThat(text.requests()).hasSize(1);
        assertThat(faces.requests()).hasSize(1);
    }

    @Test
    void a_refusal_is_an_answer_and_nobody_else_is_asked() throws Exception {
        text.next(progress -> new Refused("not this"));

        Drawn drawn = draw(backends(text, faces), ANYTHING);

        assertThat(drawn).isEqualTo(new Drawn("a1111", new Refused("not this")));
        assertThat(faces.requests()).isEmpty();
    }

    @Test
    void nobody_else_is_asked_while_a_picture_may_still_be_drawn() {
        text.next(failing(Next.NOWHERE, null));

        assertThat(failure(backends(text, faces)).next()).isEqualTo(Next.NOWHERE);
        assertThat(faces.requests()).isEmpty();
    }

    @Test
    void work_that_can_be_found_again_is_looked_for_where_it_is_and_only_there() throws Exception {
        ScriptedBackend other = server("a1111", ModelFamily.SDXL, 0, 1);
        Backends backends = backends(text, other);
        text.next(failing(Next.RESUME, null)).next(failing(Next.RESUME, null));

        assertThat(failure(backends).next()).isEqualTo(Next.RESUME);
        assertThat(failure(backends).next()).isEqualTo(Next.RESUME);
        assertThat(draw(backends, ANYTHING).backend()).isEqualTo("a1111");

        assertThat(text.requests()).hasSize(3);
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void a_lora_is_no_style_and_whoever_has_loras_is_asked_first() throws Exception {
        ScriptedBackend paid = server("bfl", ModelFamily.SDXL, 8, 4);
        ScriptedBackend own = server("comfyui", ModelFamily.SDXL, 0, 1).having("ink_v2");
        Reference tag = new Reference(AvatarKind.LORA, new AvatarName("ink"), 0.7, "command");
        Need ink = ANYTHING.with(Requests.composition("a cat", "", List.of(tag)), LISTED);

        assertThat(draw(backends(text, paid), ink).backend()).isEqualTo("a1111");
        Drawn drawn = draw(backends(text, paid, own), ink);

        assertThat(drawn.backend()).isEqualTo("comfyui");
        assertThat(notes(drawn)).contains("Drawn by comfyui: a1111 takes fewer of the LoRAs and embeddings.");
    }

    @Test
    void of_several_that_have_loras_the_one_that_has_this_one_draws() throws Exception {
        ScriptedBackend oil = server("a1111", ModelFamily.SDXL, 0, 1).having("oil");
        ScriptedBackend ink = server("comfyui", ModelFamily.SDXL, 0, 1).having("ink_v2");

        Drawn drawn = draw(backends(oil, ink), new Need(null, null, 0, 0, List.of(INK), 0, 0));

        assertThat(drawn.backend()).isEqualTo("comfyui");
        assertThat(notes(drawn)).contains("Drawn by comfyui: a1111 takes fewer of the LoRAs and embeddings.");
    }

    @Test
    void each_server_is_asked_once_for_its_loras_however_many_it_is_compared_with() throws Exception {
        List<ScriptedBackend> servers = Stream.of("a1111", "comfyui", "a1111", "openai", "a1111")
                .map(name -> server(name, ModelFamily.SDXL, 0, 1).having("ink_v2"))
                .toList();
        Backends backends = backends(servers.toArray(ImageBackend[]::new));

        backends.best(new Need(null, null, 0, 0, List.of(INK), 0, 0));

        assertThat(servers).extracting(ScriptedBackend::askedForNetworks).containsOnly(1);
    }

    @Test
    void of_equal_servers_those_without_loras_do_not_share_what_asks_for_one() throws Exception {
        ScriptedBackend other = server("a1111", ModelFamily.SDXL, 0, 1).having("ink_v2");
        Backends backends = backends(text, other);
        Need ink = new Need(null, null, 0, 0, List.of(INK), 0, 0);

        for (int i = 0; i < 3; i++) {
            draw(backends, ink);
        }

        assertThat(text.requests()).isEmpty();
        assertThat(other.requests()).hasSize(3);
    }

    @Test
    void equal_servers_share_and_each_draws_as_many_at_once_as_it_takes() throws Exception {
        ScriptedBackend other = server("a1111", ModelFamily.SDXL, 0, 1);
        Backends backends = backends(text, other, faces);
        CountDownLatch ready = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            text.next(held(ready));
            other.next(held(ready));
        }
        List<FutureTask<Drawn>> drawing = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            drawing.add(start(backends, ANYTHING));
        }
        await().until(() -> text.underWay() == 1 && other.underWay() == 1);
        ready.countDown();
        for (FutureTask<Drawn> each : drawing) {
            assertThat(each.get().backend()).isEqualTo("a1111");
        }

        assertThat(text.mostAtOnce()).isEqualTo(1);
        assertThat(other.mostAtOnce()).isEqualTo(1);
        assertThat(text.requests().size() + other.requests().size()).isEqualTo(6);
        assertThat(faces.requests()).isEmpty();
    }

    @Test
    void who_waits_for_one_server_only_keeps_nobody_from_another_that_is_idle() throws Exception {
        ScriptedBackend other = server("a1111", ModelFamily.SDXL, 0, 1);
        Backends backends = backends(text, other);
        CountDownLatch ready = new CountDownLatch(1);
        text.next(held(ready));
        other.next(failing(Next.ELSEWHERE, null));
        FutureTask<Drawn> drawing = start(backends, ANYTHING);
        await().until(() -> text.underWay() == 1);
        FutureTask<Drawn> waiting = new FutureTask<>(() -> draw(backends, ANYTHING));
        Thread thread = new Thread(waiting, "waiting");
        thread.start();
        await().until(() -> other.requests().size() == 1 && thread.getState() == Thread.State.TIMED_WAITING);

        FutureTask<Drawn> third = start(backends, ANYTHING);
        await().until(third::isDone);

        assertThat(other.requests()).hasSize(2);
        assertThat(waiting.isDone()).isFalse();
        ready.countDown();
        drawing.get();
        assertThat(waiting.get().backend()).isEqualTo("a1111");
        assertThat(text.requests()).hasSize(2);
    }

    @Test
    void servers_of_one_kind_that_can_do_different_things_are_not_equal() throws Exception {
        ScriptedBackend other = server("a1111", ModelFamily.SD15, 0, 1);
        Backends backends = backends(text, other);
        for (int i = 0; i < 4; i++) {
            draw(backends, ANYTHING);
        }

        assertThat(text.requests()).hasSize(4);
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void whoever_waits_gets_another_server_when_the_one_it_waits_for_goes_down() throws Exception {
        Backends backends = watched(text, faces);
        CountDownLatch never = new CountDownLatch(1);
        text.next(held(never));
        FutureTask<Drawn> stuck = start(backends, ANYTHING);
        await().until(() -> text.underWay() == 1);
        FutureTask<Drawn> waiting = start(backends, ANYTHING);

        text.well(false);

        assertThat(waiting.get().backend()).isEqualTo("comfyui");
        never.countDown();
        stuck.get();
    }

    @Test
    void waiting_can_be_interrupted_and_leaves_the_turn_to_others() throws Exception {
        Backends backends = backends(text);
        CountDownLatch ready = new CountDownLatch(1);
        text.next(held(ready));
        FutureTask<Drawn> first = start(backends, ANYTHING);
        await().until(() -> text.underWay() == 1);
        FutureTask<Drawn> second = new FutureTask<>(() -> draw(backends, ANYTHING));
        Thread thread = new Thread(second, "second");
        thread.start();
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);

        thread.interrupt();

        assertThatThrownBy(second::get).hasCauseInstanceOf(InterruptedException.class);
        ready.countDown();
        first.get();
        draw(backends, ANYTHING);
    }

    @Test
    void an_interrupted_picture_counts_neither_for_nor_against_its_server() throws Exception {
        Backends backends = backends(text, faces);
        AtomicInteger round = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            text.next(progress -> {
                round.incrementAndGet();
                throw new InterruptedException("cancelled");
            });
            assertThatThrownBy(() -> draw(backends, ANYTHING)).isInstanceOf(InterruptedException.class);
        }

        assertThat(round).hasValue(4);
        assertThat(draw(backends, ANYTHING).backend()).isEqualTo("a1111");
    }

    @Test
    void closing_closes_all() {
        Backends backends = backends(text, faces);

        backends.close();

        assertThat(text.isClosed()).isTrue();
        assertThat(faces.isClosed()).isTrue();
        assertThat(backends.names()).containsExactly("a1111", "comfyui");
    }
}
