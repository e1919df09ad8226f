package dev.limner.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MessagePlannerPropertiesTest {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private static final String FLAGS = "\uD83C\uDDE9\uD83C\uDDEA\uD83C\uDDEB\uD83C\uDDF7";
    private static final String SKIN = "\uD83D\uDC4D\uD83C\uDFFD";
    private static final String SCOTLAND =
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F";
    private static final String KSHI = "\u0915\u094D\u0937\u093F";
    private static final String HANGUL = "\u1112\u1161\u11AB";

    /** The longest of the clusters above has 28 bytes of UTF-8, so that none is alone above such a limit. */
    private static final int WIDEST = 30;

    private static final Content PICTURE = Content.of(new byte[] {1});
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x1c-\\x1f]+");

    private final MessagePlanner planner = new MessagePlanner();

    @Property(tries = 2000)
    void no_limit_is_exceeded_and_no_message_is_blank(
            @ForAll("texts") String text, @ForAll("limits") Capabilities limits, @ForAll("pictures") int pictures) {
        for (PlannedMessage message : plan(text, limits, pictures).messages()) {
            boolean picture = !message.attachments().isEmpty();
            assertThat((picture ? limits.caption() : limits.text()).fits(message.text()))
                    .isTrue();
            assertThat(picture || !Graphemes.isBlank(message.text())).isTrue();
            assertThat(message.attachments()).hasSizeLessThanOrEqualTo(limits.attachments());
        }
    }

    @Property(tries = 2000)
    void no_text_is_lost_and_its_order_is_kept(
            @ForAll("texts") String text, @ForAll("limits") Capabilities limits, @ForAll("pictures") int pictures) {
        String joined = plan(text, limits, pictures).messages().stream()
                .map(PlannedMessage::text)
                .collect(Collectors.joining());

        assertThat(withoutBlanks(joined)).isEqualTo(withoutBlanks(Graphemes.wellFormed(text)));
    }

    @Property(tries = 2000)
    void no_surrogate_pair_is_halved(@ForAll("texts") String text, @ForAll("limits") Capabilities limits) {
        for (PlannedMessage message : plan(text, limits, 0).messages()) {
            assertThat(message.text().codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        }
    }

    @Property(tries = 2000)
    void no_cluster_that_fits_is_halved(
            @ForAll("clusters") List<String> clusters, @ForAll("limits") Capabilities limits) {
        String text = String.join("", clusters);

        List<PlannedMessage> messages = plan(text, limits, 1).messages();

        int at = 0;
        HashSet<Integer> boundaries = new HashSet<>(List.of(0));
        for (String cluster : clusters) {
            at += cluster.length();
            boundaries.add(at);
        }
        int from = 0;
        for (PlannedMessage message : messages) {
            int start = text.indexOf(message.text(), from);
            assertThat(boundaries).contains(start, start + message.text().length());
            from = start + message.text().length();
        }
    }

    @Property(tries = 300)
    void the_same_post_always_gives_the_same_plan_and_every_part_its_own_nonce(
            @ForAll("texts") String text, @ForAll("limits") Capabilities limits) {
        Plan plan = plan(text, limits, 0);

        assertThat(plan(text, limits, 0)).isEqualTo(plan);
        assertThat(plan.messages()).extracting(PlannedMessage::nonce).doesNotHaveDuplicates();
        assertThat(plan.messages()).allSatisfy(m -> assertThat(m.nonce()).hasSizeLessThanOrEqualTo(25));
    }

    @Provide
    Arbitrary<Capabilities> limits() {
        Arbitrary<TextLimit> limit = Combinators.combine(
                        Arbitraries.integers().between(WIDEST, 200), Arbitraries.of(LengthUnit.values()))
                .as(TextLimit::new);
        return Combinators.combine(limit, limit).as(MessagePlannerPropertiesTest::limits);
    }

    @Provide
    Arbitrary<Integer> pictures() {
        return Arbitraries.integers().between(0, 5);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "a",
                "lantern",
                "Stay close.",
                "\"No!\" ",
                " ",
                "  ",
                "\n",
                "\n\n",
                "\r\n",
                "\t",
                "。",
                "한글",
                FAMILY,
                FLAGS,
                SKIN,
                SCOTLAND,
                KSHI,
                HANGUL,
                "\uD83D",
                "\uDE00",
                " \u0301",
                "\u200D",
                "x".repeat(70),
                "e" + "\u0301".repeat(300));
        Arbitrary<String> mixed = words.list().ofMaxSize(60).map(list -> String.join("", list));
        return Arbitraries.oneOf(mixed, Arbitraries.strings().all().ofMaxLength(400));
    }

    /** Whole clusters, none of which joins the one before it. */
    @Provide
    Arbitrary<List<String>> clusters() {
        return Arbitraries.of(
                        "a", " ", "。", FAMILY, FLAGS.substring(0, 4), SKIN, SCOTLAND, KSHI, HANGUL, "e\u0301\u0302")
                .list()
                .ofMaxSize(120);
    }

    private Plan plan(String text, Capabilities limits, int pictures) {
        List<Attachment> attachments = IntStream.range(0, pictures)
                .mapToObj(i -> new Attachment(i + ".png", "image/png", PICTURE, "", false))
                .toList();
        return planner.plan(new OutgoingPost(text, attachments, List.of(), null, "n"), limits);
    }

    private static Capabilities limits(TextLimit text, TextLimit caption) {
        TextLimit other = new TextLimit(20, LengthUnit.CODE_POINTS);
        return new Capabilities(text, caption, 2, 100, other, 3, other, other, Duration.ZERO, true);
    }

    private static String withoutBlanks(String text) {
        return BLANKS.matcher(text).replaceAll("");
    }
}
