package dev.limner.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.ChatEvent.MessageDeleted;
import dev.limner.chat.ChatEvent.MessageEdited;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSpec;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the core relies on, whatever the platform. Every adapter's test extends it. */
public abstract class ChatPlatformContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 1, 2, (byte) 0xff};
    private static final CommandCatalog COMMANDS = CommandCatalog.standard();

    private final RecordingListener events = new RecordingListener();
    private Set<Thread> threadsBefore = Set.of();
    private ChatPlatform platform;
    private ChatUser user;

    /** The platform, not started yet, with whatever stands in for its server. */
    protected abstract ChatPlatform open() throws Exception;

    /** A person there who is no moderator; called once, after the platform was started. */
    protected abstract ChatUser user() throws Exception;

    /** Ends what {@link #open} began besides the platform. The platform was closed before. */
    protected void shutDown() throws Exception {}

    /** Whether the platform tells of messages that were deleted. */
    protected boolean reportsDeletions() {
        return true;
    }

    /** Whether pictures can be described for those who do not see them. */
    protected boolean describesPictures() {
        return true;
    }

    /** Whether commands are typed as text, so that they can be mistyped. */
    protected boolean typesCommands() {
        return true;
    }

    /** Whether a thread belongs to the libraries or the server of the test, and may outlive the platform. */
    protected boolean isShared(Thread thread) {
        return Set.of("OkHttp", "Okio", "ForkJoinPool.commonPool", "Common-Cleaner", "process reaper", "awaitility")
                .stream()
                .anyMatch(thread.getName()::startsWith);
    }

    @BeforeEach
    final void begin() throws Exception {
        threadsBefore = Thread.getAllStackTraces().keySet();
        platform = open();
        platform.start(events, COMMANDS);
        user = user();
    }

    @AfterEach
    final void end() throws Exception {
        platform.close();
        shutDown();
    }

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

    @Test
    void messages_of_people_arrive_in_the_order_written() throws Exception {
        List<String> texts = IntStream.range(0, 50).mapToObj(i -> "line " + i).toList();

        texts.forEach(user::say);

        assertThat(events.next(MessagePosted.class, texts.size()))
                .extracting(MessagePosted::text)
                .isEqualTo(texts);
    }

    @Test
    void a_message_tells_who_wrote_it_and_where() throws Exception {
        String id = user.say("*lifts the lantern* \"Stay close, Tobin.\" \uD83D\uDD6F\uFE0F");

        MessagePosted posted = events.next(MessagePosted.class);
        assertThat(posted.message()).isEqualTo(new MessageRef(user.channel(), id));
        assertThat(posted.place().channel()).isEqualTo(user.channel());
        assertThat(posted.text()).isEqualTo("*lifts the lantern* \"Stay close, Tobin.\" \uD83D\uDD6F\uFE0F");
        assertThat(posted.author().kind()).isEqualTo(Author.Kind.PERSON);
        assertThat(posted.author().name()).isNotBlank();
    }

    @Test
    void edits_and_deletions_by_people_follow_their_message() throws Exception {
        String id = user.say("befor");
        user.edit(id, "before");
        user.delete(id);
        user.say("after");

        MessageRef message = new MessageRef(user.channel(), id);
        assertThat(events.next(MessagePosted.class).message()).isEqualTo(message);
        MessageEdited edited = events.next(MessageEdited.class);
        assertThat(edited.message()).isEqualTo(message);
        assertThat(edited.text()).isEqualTo("before");
        if (reportsDeletions()) {
            assertThat(events.next(MessageDeleted.class).message()).isEqualTo(message);
        }
        assertThat(events.next(MessagePosted.class).text()).isEqualTo("after");
    }

    @Test
    void a_command_arrives_with_typed_values() throws Exception {
        user.command(command("scene", null), Map.of("messages", "12", "hint", "at dusk"), null);

        CommandInvoked invoked = events.next(CommandInvoked.class);
        assertThat(invoked.place().channel()).isEqualTo(user.channel());
        assertThat(invoked.by().moderator()).isFalse();
        assertThat(invoked.invocation().spec().path()).isEqualTo("scene");
        assertThat(invoked.invocation().whole("messages")).hasValue(12);
        assertThat(invoked.invocation().text("hint")).hasValue("at dusk");
    }

    @Test
    void a_command_brings_its_picture() throws Exception {
        user.command(command("avatar", "add"), Map.of("kind", "face", "name", "mira"), PICTURE);

        CommandInvoked invoked = events.next(CommandInvoked.class);
        assertThat(invoked.invocation().required("kind")).isEqualTo("face");
        assertThat(invoked.invocation().required("name")).isEqualTo("mira");
        try (InputStream in = invoked.invocation().image("image").orElseThrow().open()) {
            assertThat(in.readAllBytes()).isEqualTo(PICTURE);
        }
    }

    @Test
    void whoever_gave_a_command_can_be_answered_more_than_once() throws Exception {
        user.command(command("help", null), Map.of(), null);
        Responder responder = events.next(CommandInvoked.class).responder();

        responder.respond(text("one"));
        responder.respond(text("two"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(user.answers()).extracting(Seen::text).containsExactly("one", "two"));
        assertPositive(responder.capabilities());
    }

    @Test
    void a_mistyped_command_is_answered_with_what_was_meant_and_is_no_event() throws Exception {
        assumeThat(typesCommands()).isTrue();

        user.say("/scnee 12");
        user.say("story");

        assertThat(events.next(MessagePosted.class).text()).isEqualTo("story");
        await().atMost(PATIENCE).until(() -> !user.answers().isEmpty());
        assertThat(user.answers().get(0).text()).contains("/scene");
    }

    @Test
    void a_form_brings_back_what_was_written_into_it() throws Exception {
        MessageRef sent = platform.send(user.channel(), withButtons("Done", "edit:1"));
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        // a platform may take a form only as long as the press is being handled
        events.answerWith(event -> {
            if (event instanceof ButtonPressed press) {
                opened.complete(open(new Form("edit:1", "Edit prompt", "Prompt", "a lantern"), press.responder()));
            }
            return CompletableFuture.completedFuture(null);
        });
        user.press(sent.id(), "edit:1");
        events.next(ButtonPressed.class);
        assumeThat(opened.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        await().atMost(PATIENCE).until(() -> !user.forms().isEmpty());
        assertThat(user.forms().get(0).value()).isEqualTo("a lantern");
        user.submit(user.forms().get(0), "two lanterns");

        FormSubmitted submitted = events.next(FormSubmitted.class);
        assertThat(submitted.formId()).isEqualTo("edit:1");
        assertThat(submitted.value()).isEqualTo("two lanterns");
    }

    /** @return whether the platform has forms */
    private static boolean open(Form form, Responder responder) {
        try {
            if (responder.forms().isPresent()) {
                responder.forms().get().open(form);
                return true;
            }
            return false;
        } catch (ChatException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void limits_are_positive_and_known_without_asking() {
        assertPositive(platform.capabilities(user.channel()));
        assertPositive(platform.capabilities(new ChannelRef(platform.id(), "no-such-channel")));
    }

    @Test
    void a_listener_that_throws_or_fails_costs_one_event_only() throws Exception {
        events.answerWith(event -> {
            throw new IllegalStateException("the listener's fault");
        });
        sayWhateverHappens("thrown at");
        events.skipTo("thrown at");
        events.answerWith(event -> CompletableFuture.failedFuture(new IllegalStateException("not kept")));
        sayWhateverHappens("failed");
        events.skipTo("failed");
        events.answerWith(event -> CompletableFuture.completedFuture(null));

        user.say("fine");

        assertThat(events.skipTo("fine").text()).isEqualTo("fine");
    }

    @Test
    void hostile_text_of_people_stops_nothing() throws Exception {
        for (String hostile : List.of(
                "\u0000\u0007\u001b[31m\u202E",
                "\uD83D",
                "e" + "\u0301".repeat(1500),
                "x".repeat(100_000),
                "/",
                "/@",
                "</script><script>alert(1)</script>",
                "\u0085\u2028\u2029")) {
            sayWhateverHappens(hostile);
        }

        user.say("fine");

        assertThat(events.skipTo("fine").text()).isEqualTo("fine");
    }

    @Test
    void hostile_text_of_ours_arrives_or_is_refused_and_stops_nothing() throws Exception {
        for (String hostile : List.of("a\u0000\u0007\u001bb", "a\uD83Db", "<script>alert(1)</script>", "a\u202Eb")) {
            assertThatCode(() -> sendOrBeRefused(hostile)).doesNotThrowAnyException();
        }

        platform.send(user.channel(), text("fine"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(user.sees()).extracting(Seen::text).endsWith("fine"));
    }

    @Test
    void text_that_looks_like_a_mention_pings_nobody() throws Exception {
        platform.send(user.channel(), text("@everyone @here <@1> <@&2> @sam"));

        assertThat(onlySeen().pings()).isFalse();
    }

    @Test
    void closing_twice_is_no_error_and_ends_the_threads() throws Exception {
        user.say("hello");
        events.next(MessagePosted.class);

        platform.close();
        platform.close();
        shutDown();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(thread -> !threadsBefore.contains(thread) && !isShared(thread))
                        .isEmpty());
    }

    private Seen onlySeen() {
        await().atMost(PATIENCE).until(() -> !user.sees().isEmpty());
        assertThat(user.sees()).hasSize(1);
        return user.sees().get(0);
    }

    private MessageEditor editor() {
        assumeThat(platform.editor()).isPresent();
        return platform.editor().orElseThrow();
    }

    private void sayWhateverHappens(String text) {
        try {
            user.say(text);
        } catch (ChatUser.PlatformRefused refused) {
            assertThat(refused).hasMessageNotContaining("Exception");
        }
    }

    private void sendOrBeRefused(String text) {
        try {
            platform.send(user.channel(), text(text));
        } catch (ChatException refused) {
            assertThat(refused.kind()).isEqualTo(ChatException.Kind.REFUSED);
        }
    }

    private static CommandSpec command(String name, @Nullable String sub) {
        return COMMANDS.find(name, sub).orElseThrow();
    }

    private static PlannedMessage text(String text) {
        return new PlannedMessage(text, List.of(), List.of(), null, null);
    }

    private static PlannedMessage withButtons(String text, String... ids) {
        List<Button> buttons =
                List.of(ids).stream().map(id -> new Button(id, id)).toList();
        return new PlannedMessage(text, List.of(), buttons, null, null);
    }

    private static void assertPositive(Capabilities limits) {
        assertThat(List.of(limits.text(), limits.caption(), limits.altText(), limits.buttonId(), limits.buttonLabel()))
                .allSatisfy(limit -> assertThat(limit.max()).isPositive());
        assertThat(limits.attachments()).isPositive();
        assertThat(limits.attachmentBytes()).isPositive();
        assertThat(limits.buttons()).isPositive();
        assertThat(limits.editInterval()).isGreaterThanOrEqualTo(Duration.ZERO);
    }
}
