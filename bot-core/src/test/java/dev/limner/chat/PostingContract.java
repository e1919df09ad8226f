package dev.limner.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatUser.Seen;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is posted, edited and deleted. */
public abstract class PostingContract extends PlatformOnTrial {

    @Test
    void posts_arrive_in_order_with_their_text_intact() throws Exception {
        List<String> texts = IntStream.range(0, 20)
                .mapToObj(i -> i + ": <b> & \"Grüße\" \uD83D\uDC69\u200D\uD83C\uDFA8 \uD55C\uAE00\nsecond line")
                .toList();

        for (String text : texts) {
            platform.send(user.channel(), text(text));
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(user.sees()).extracting(Seen::text).isEqualTo(texts));
    }

    @Test
    void the_returned_id_is_that_of_the_message() throws Exception {
        MessageRef sent = platform.send(user.channel(), text("here"));

        assertThat(sent.channel()).isEqualTo(user.channel());
        assertThat(onlySeen().id()).isEqualTo(sent.id());
    }

    @Test
    void a_reply_names_what_it_answers() throws Exception {
        MessageRef first = platform.send(user.channel(), text("first"));

        platform.send(user.channel(), new PlannedMessage("second", List.of(), List.of(), first, null));

        await().atMost(PATIENCE).until(() -> user.sees().size() == 2);
        assertThat(user.sees().get(1).replyTo()).isEqualTo(first.id());
    }

    @Test
    void a_picture_arrives_byte_for_byte_with_its_description() throws Exception {
        Attachment picture = new Attachment("scene.png", "image/png", Content.of(PICTURE), "Mira & the lantern", false);

        platform.send(user.channel(), new PlannedMessage("A scene", List.of(picture), List.of(), null, null));

        Seen seen = onlySeen();
        assertThat(seen.text()).isEqualTo("A scene");
        assertThat(seen.files()).hasSize(1);
        assertThat(seen.files().get(0).bytes()).isEqualTo(PICTURE);
        assertThat(seen.files().get(0).altText()).isEqualTo(describesPictures() ? "Mira & the lantern" : "");
    }

    @Test
    void a_picture_needs_no_text() throws Exception {
        Attachment picture = new Attachment("scene.png", "image/png", Content.of(PICTURE), "", false);

        platform.send(user.channel(), new PlannedMessage("", List.of(picture), List.of(), null, null));

        assertThat(onlySeen().files().get(0).bytes()).isEqualTo(PICTURE);
    }

    @Test
    void where_pictures_are_taken_nothing_is_said_to_hinder_them() throws Exception {
        assertThat(platform.postingHindrance(place(user.channel()))).isEmpty();
        assertThat(platform.postingHindrance(place(new ChannelRef(platform.id(), "no-such-channel"))))
                .isEmpty();

        platform.send(user.channel(), picture());

        assertThat(onlySeen().files()).hasSize(1);
    }

    @Test
    void where_pictures_are_taken_no_more_that_is_said_before_one_is_refused() throws Exception {
        assumeThat(forbidPictures()).isTrue();

        await().atMost(PATIENCE)
                .until(() -> platform.postingHindrance(place(user.channel())).isPresent());

        assertThat(platform.postingHindrance(place(user.channel())).orElseThrow())
                .endsWith(".");
        assertThatThrownBy(() -> platform.send(user.channel(), picture()))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.kind()).isEqualTo(ChatException.Kind.FORBIDDEN));
        platform.send(user.channel(), text("words"));
        assertThat(onlySeen().text()).isEqualTo("words");
    }

    private static PlannedMessage picture() {
        Attachment picture = new Attachment("scene.png", "image/png", Content.of(PICTURE), "", false);
        return new PlannedMessage("A scene", List.of(picture), List.of(), null, null);
    }

    @Test
    void a_pressed_button_comes_back_with_its_id() throws Exception {
        MessageRef sent = platform.send(user.channel(), withButtons("Done", "reroll:1", "delete:1"));
        assertThat(onlySeen().buttons())
                .containsExactly(new Button("reroll:1", "reroll:1"), new Button("delete:1", "delete:1"));

        user.press(sent.id(), "delete:1");

        ButtonPressed pressed = events.next(ButtonPressed.class);
        assertThat(pressed.buttonId()).isEqualTo("delete:1");
        assertThat(pressed.message()).isEqualTo(sent);
        assertThat(pressed.place().channel()).isEqualTo(user.channel());
    }

    @Test
    void whoever_pressed_a_button_can_be_answered() throws Exception {
        MessageRef sent = platform.send(user.channel(), withButtons("Done", "reroll:1"));
        user.press(sent.id(), "reroll:1");

        events.next(ButtonPressed.class).responder().respond(text("Drawing again."));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(user.answers()).extracting(Seen::text).containsExactly("Drawing again."));
    }

    @Test
    void an_edit_replaces_text_and_buttons_and_may_be_repeated() throws Exception {
        MessageEditor editor = editor();
        MessageRef sent = platform.send(user.channel(), withButtons("Drawing, 10 %", "cancel:1"));

        editor.edit(sent, withButtons("Done", "reroll:1"));
        editor.edit(sent, withButtons("Done", "reroll:1"));

        await().atMost(PATIENCE).until(() -> onlySeen().text().equals("Done"));
        assertThat(onlySeen().buttons()).containsExactly(new Button("reroll:1", "reroll:1"));
        assertThat(onlySeen().id()).isEqualTo(sent.id());
    }

    @Test
    void a_deleted_post_is_gone_and_deleting_it_again_is_no_error() throws Exception {
        MessageEditor editor = editor();
        MessageRef sent = platform.send(user.channel(), text("oops"));
        platform.send(user.channel(), text("stays"));

        editor.delete(sent);
        editor.delete(sent);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(user.sees()).extracting(Seen::text).containsExactly("stays"));
    }

    @Test
    void an_edit_of_a_message_that_is_gone_says_so() throws Exception {
        MessageEditor editor = editor();
        MessageRef sent = platform.send(user.channel(), text("oops"));
        editor.delete(sent);

        assertThatThrownBy(() -> editor.edit(sent, text("too late")))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.kind()).isEqualTo(ChatException.Kind.GONE));
    }

    @Test
    void a_post_repeated_with_its_nonce_appears_once() throws Exception {
        assumeThat(platform.capabilities(user.channel()).postsOnce()).isTrue();
        PlannedMessage once = new PlannedMessage("once", List.of(), List.of(), null, "n1");

        MessageRef first = platform.send(user.channel(), once);
        MessageRef again = platform.send(user.channel(), once);
        platform.send(user.channel(), new PlannedMessage("other", List.of(), List.of(), null, "n2"));

        assertThat(again).isEqualTo(first);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(user.sees()).extracting(Seen::text).containsExactly("once", "other"));
    }

    @Test
    void a_post_to_a_channel_that_is_not_there_fails_as_a_chat_exception() {
        ChannelRef nowhere = new ChannelRef(platform.id(), "no-such-channel");

        assertThatThrownBy(() -> platform.send(nowhere, text("hello")))
                .isInstanceOfSatisfying(
                        ChatException.class,
                        e -> assertThat(e.kind()).isIn(ChatException.Kind.GONE, ChatException.Kind.FORBIDDEN));
    }

    private Place place(ChannelRef channel) {
        return new Place(channel, null, new CommunityRef(platform.id(), "somewhere"));
    }
}
