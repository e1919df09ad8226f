package dev.limner.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePlannerTest {

    private final MessagePlanner planner = new MessagePlanner();

    @Test
    void what_fits_stays_as_it_is() {
        assertThat(texts("  Stay close,\n\n  Tobin. ", 100)).containsExactly("  Stay close,\n\n  Tobin. ");
    }

    @Test
    void nothing_to_say_gives_no_message() {
        assertThat(texts(" \n ", 100)).isEmpty();
    }

    @Test
    void a_long_text_ends_a_part_at_a_paragraph_before_a_line_a_sentence_or_a_word() {
        assertThat(texts("One two three.\n\nFour. Five\nsix seven", 26))
                .containsExactly("One two three.", "Four. Five\nsix seven");
        assertThat(texts("One two. Three\nfour. Five six seven", 26))
                .containsExactly("One two. Three", "four. Five six seven");
        assertThat(texts("One two. Three four five", 15)).containsExactly("One two.", "Three four five");
        assertThat(texts("One two three four", 10)).containsExactly("One two", "three four");
    }

    @Test
    void a_break_in_the_first_half_does_not_make_a_tiny_part() {
        assertThat(texts("Hi.\n\nThe lantern goes out and nobody sees it.", 30))
                .containsExactly("Hi.\n\nThe lantern goes out and", "nobody sees it.");
    }

    @Test
    void sentences_without_blanks_are_split_after_their_stop() {
        assertThat(texts("灯が消えた。誰も見ていない。静かだ。", 10)).containsExactly("灯が消えた。", "誰も見ていない。", "静かだ。");
    }

    @Test
    void a_word_that_is_too_long_is_split_between_characters() {
        assertThat(texts("x".repeat(25), 10)).containsExactly("x".repeat(10), "x".repeat(10), "x".repeat(5));
    }

    @Test
    void a_cluster_above_the_limit_is_split_between_code_points() {
        String zalgo = "e" + "\u0301".repeat(4000);

        List<String> parts = texts(zalgo, 2000);

        assertThat(parts).hasSize(3);
        assertThat(String.join("", parts)).isEqualTo(zalgo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83C\uDDE9\uD83C\uDDEA",
                "\uD83D\uDC4D\uD83C\uDFFD",
                "\u1112\u1161\u11AB",
                "\u0915\u094D\u0937\u093F",
                "\u0915\u094D\u200D\u0937",
                "1\uFE0F\u20E3",
                "e\u0301\u0302"
            })
    void what_a_reader_sees_as_one_character_stays_whole(String cluster) {
        assertThat(texts("ab" + cluster.repeat(2), cluster.length() + 1))
                .allSatisfy(part -> assertThat(part.replace(cluster, "")).isIn("", "ab"));
    }

    @Test
    void half_a_surrogate_pair_is_replaced_since_it_cannot_be_sent() {
        assertThat(texts("a\uD83Db", 10)).containsExactly("a\uFFFDb");
    }

    @Test
    void a_picture_goes_first_with_as_much_of_the_text_as_fits() {
        OutgoingPost post = new OutgoingPost(
                "One two three. Four five six.", List.of(picture(1)), List.of(new Button("r", "Reroll")), REPLY, "n");

        List<PlannedMessage> messages = planner.plan(post, limits(100, 20)).messages();

        assertThat(messages).extracting(PlannedMessage::text).containsExactly("One two three.", "Four five six.");
        assertThat(messages).extracting(m -> m.attachments().size()).containsExactly(1, 0);
        assertThat(messages).extracting(m -> m.buttons().size()).containsExactly(1, 0);
        assertThat(messages).extracting(PlannedMessage::replyTo).containsExactly(REPLY, null);
        assertThat(messages).extracting(PlannedMessage::nonce).containsExactly("n", "n-1");
    }

    @Test
    void more_attachments_than_one_message_carries_go_out_in_order_with_buttons_under_the_last() {
        OutgoingPost post = new OutgoingPost(
                "", List.of(picture(1), picture(2), picture(3)), List.of(new Button("r", "Reroll")), null, null);

        List<PlannedMessage> messages = planner.plan(post, limits(100, 20)).messages();

        assertThat(messages).extracting(m -> m.attachments().size()).containsExactly(2, 1);
        assertThat(messages).extracting(m -> m.buttons().size()).containsExactly(0, 1);
    }

    @Test
    void without_attachment_the_buttons_stand_under_the_last_message() {
        OutgoingPost post =
                new OutgoingPost("One two three four", List.of(), List.of(new Button("r", "Reroll")), null, null);

        assertThat(planner.plan(post, limits(10, 10)).messages())
                .extracting(m -> m.buttons().size())
                .containsExactly(0, 1);
    }

    @Test
    void descriptions_and_labels_are_shortened_with_an_ellipsis() {
        Attachment described =
                new Attachment("a.png", "image/png", Content.of(new byte[1]), "A lantern, a stair, a door", false);
        Button button = new Button("r", "Draw this scene again, please");
        OutgoingPost post = new OutgoingPost("", List.of(described), List.of(button), null, null);

        PlannedMessage message = planner.plan(post, limits(100, 100)).messages().get(0);

        assertThat(message.attachments().get(0).altText()).isEqualTo("A lantern, a stair,…");
        assertThat(message.buttons().get(0).label()).isEqualTo("Draw this scene aga…");
    }

    @Test
    void what_cannot_be_made_to_fit_is_refused_by_name() {
        Capabilities limits = limits(100, 100);
        Attachment large = new Attachment("big.png", "image/png", Content.of(new byte[101]), "", false);
        List<Button> four = List.of(new Button("1", ""), new Button("2", ""), new Button("3", ""), new Button("4", ""));

        assertThatThrownBy(() -> planner.plan(new OutgoingPost("a", List.of(large), List.of(), null, null), limits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("big.png")
                .hasMessageContaining("101");
        assertThatThrownBy(() -> planner.plan(new OutgoingPost("a", List.of(), four, null, null), limits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 buttons");
        Button longId = new Button("i".repeat(21), "x");
        assertThatThrownBy(() -> planner.plan(new OutgoingPost("a", List.of(), List.of(longId), null, null), limits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
    }

    @ParameterizedTest
    @EnumSource(Hostile.class)
    void a_megabyte_of_anything_is_split_without_loss(Hostile hostile) {
        String text = hostile.unit.repeat(1_000_000 / hostile.unit.length());

        String joined = texts(text, 2000).stream().collect(Collectors.joining());

        assertThat(joined.replaceAll("\\s+", "")).isEqualTo(text.replaceAll("\\s+", ""));
    }

    /** Texts on which a careless search for a break takes quadratic time, or the stack. */
    private enum Hostile {
        WORDS("The lantern goes out. "),
        LETTERS("x"),
        MARKS("\u0301"),
        BLANKS(" "),
        FLAGS("\uD83C\uDDE9"),
        JOINERS("\uD83D\uDC69\u200D"),
        CONJUNCTS("\u0915\u094D");

        private final String unit;

        Hostile(String unit) {
            this.unit = unit;
        }
    }

    private static final MessageRef REPLY = new MessageRef(new ChannelRef(new PlatformId("fake"), "room"), "7");

    private List<String> texts(String text, int limit) {
        return planner.plan(OutgoingPost.text(text), limits(limit, limit)).messages().stream()
                .map(PlannedMessage::text)
                .toList();
    }

    private static Attachment picture(int number) {
        return new Attachment(number + ".png", "image/png", Content.of(new byte[] {1}), "", false);
    }

    private static Capabilities limits(int text, int caption) {
        TextLimit twenty = new TextLimit(20, LengthUnit.UTF16_UNITS);
        return new Capabilities(
                new TextLimit(text, LengthUnit.UTF16_UNITS),
                new TextLimit(caption, LengthUnit.UTF16_UNITS),
                2,
                100,
                twenty,
                3,
                twenty,
                twenty,
                Duration.ZERO,
                true);
    }
}
