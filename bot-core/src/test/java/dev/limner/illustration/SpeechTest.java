package dev.limner.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.PromptPart;
import dev.limner.prompt.TokenCount;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpeechTest {
    private static final PlatformId PLATFORM = new PlatformId("test");

    @Test
    void a_request_is_told_its_place_and_whether_it_is_next() {
        assertThat(Speech.accepted(of(Mode.SCENE, null), 1)).isEqualTo("Accepted: the scene. It is next.");
        assertThat(Speech.accepted(of(Mode.SCENE, composed(List.of("Mira"))), 4))
                .isEqualTo("Accepted: the scene with Mira. Place 4 in the queue.");
    }

    @Test
    void progress_is_told_in_whole_percent_from_0_to_100_whatever_a_server_says() {
        Illustration scene = of(Mode.SCENE, null);

        assertThat(Speech.drawing(scene, 0.426)).endsWith(": 43 %");
        assertThat(Speech.drawing(scene, -3)).endsWith(": 0 %");
        assertThat(Speech.drawing(scene, 17)).endsWith(": 100 %");
        assertThat(Speech.drawing(scene, Double.NaN)).endsWith(": 0 %");
    }

    @Test
    void alt_text_says_who_and_what_is_on_the_picture() {
        assertThat(Speech.altText(composed(List.of("Mira", "Tobin", "Ann Lee"))))
                .isEqualTo("A picture of Mira, Tobin and Ann Lee: rain on the roofs");
        assertThat(Speech.altText(composed(List.of()))).isEqualTo("A picture: rain on the roofs");
    }

    @Test
    void of_a_large_cast_the_most_prominent_are_named_and_the_others_counted() {
        List<String> cast = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "Companion of the Long Road " + i)
                .toList();

        assertThat(Speech.subject(of(Mode.SCENE, composed(cast.subList(0, 6))))).endsWith(" 5 and " + cast.get(5));
        assertThat(Speech.subject(of(Mode.SCENE, composed(cast)))).endsWith(" 5 and 195 others");
        assertThat(Speech.altText(composed(cast))).endsWith("and 195 others: rain on the roofs");
    }

    @Test
    void alt_text_of_a_long_scene_ends_at_a_word_and_one_of_a_single_endless_word_halves_no_emoji() {
        String words = Speech.altText(composed(List.of(), "rain ".repeat(400)));
        String emoji = Speech.altText(composed(List.of(), "🦊".repeat(2000)));

        assertThat(words).hasSizeLessThan(650).endsWith("rain …");
        assertThat(emoji).hasSizeLessThan(650);
        assertThat(emoji.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }

    @Test
    void a_portrait_is_named_by_whom_it_shows() {
        assertThat(Speech.caption(of(Mode.PORTRAIT, composed(List.of("Mira")))))
                .isEqualTo("A portrait of Mira, for Jo.");
    }

    @Test
    void a_failure_without_a_reason_says_so() {
        assertThat(Speech.failed(of(Mode.LAST, null)))
                .isEqualTo("I could not draw the last message. The reason was lost.");
    }

    private static Illustration of(Mode mode, @Nullable Composition composition) {
        Order order = new Order(
                new Place(new ChannelRef(PLATFORM, "room"), null, new CommunityRef(PLATFORM, "town")),
                new Member(new UserRef(PLATFORM, "jo"), "Jo", false),
                new Ask(mode, null, null, null, null, null, null),
                null);
        return Illustration.accepted("0", order, new Window(0, 1), 7, composition, Instant.EPOCH);
    }

    private static Composition composed(List<String> cast) {
        return composed(cast, "rain on the roofs");
    }

    private static Composition composed(List<String> cast, String scene) {
        return new Composition(
                scene,
                List.of(new PromptPart(PromptPart.Source.SCENE, "", scene)),
                "",
                7,
                1024,
                1024,
                cast,
                List.of(),
                new TokenCount(1, 256, ModelFamily.FLUX1_SCHNELL.encoder(), false),
                List.of(),
                List.of());
    }
}
