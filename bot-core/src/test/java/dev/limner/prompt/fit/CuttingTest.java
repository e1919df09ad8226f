package dev.limner.prompt.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.prompt.Encoder;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuttingTest {
    /** One character, one unit, so that the place of the cut can be named. */
    private static final TokenMeter CHARACTERS = new TokenEstimate(Encoder.HOSTED);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "四十歳のエルフの女性と肩幅の広い鍛冶屋 | 9 | 四十歳のエルフ",
                "四十歳のエルフの女性と肩幅の広い鍛冶屋 | 8 | 四十歳のエルフ",
                "四十歳のエルフの女性と肩幅の広い鍛冶屋 | 6 | 四十歳",
                "背の高い男性 | 5 | 背の高い",
                "背の高い男性 | 3 | 背",
                "雪が降る | 2 | 雪",
                "銀色の短い髪、灰色の外套、青い目 | 13 | 銀色の短い髪、灰色の外套",
                "銀色の短い髪、灰色の外套、青い目 | 9 | 銀色の短い髪",
                "銀色の短い髪、灰色の外套、青い目 | 7 | 銀色の短い髪",
                "Miraは静かに立つ | 5 | Mira",
                "アン・リーの剣 | 6 | アン・リー",
                "银发精灵，灰色斗篷，蓝眼睛 | 11 | 银发精灵，灰色斗篷",
                "银发精灵，灰色斗篷，蓝眼睛 | 10 | 银发精灵，灰色斗篷",
                "米拉: 银发精灵灰色斗篷蓝眼睛 | 14 | 米拉: 银发精灵灰色斗篷蓝眼",
                "a tall elf with silver hair | 12 | a tall elf",
                "a tall elf (old) | 12 | a tall elf",
            })
    void text_is_cut_where_a_word_ends(String text, int room, String kept) {
        assertThat(Cutting.toCost(text, (long) room * TokenMeter.UNIT, CHARACTERS))
                .isEqualTo(kept);
    }

    @Test
    void no_phrase_of_japanese_leaves_a_particle_or_half_a_word() {
        String text = "銀色の短い髪と左の眉に傷跡のある背の高い四十歳のエルフの女性";
        Set<String> ends = new HashSet<>();
        for (int room = 2; room < text.length(); room++) {
            ends.add(Cutting.toCost(text, (long) room * TokenMeter.UNIT, CHARACTERS));
        }

        assertThat(ends)
                .containsExactlyInAnyOrder(
                        "銀色",
                        "銀色の短い",
                        "銀色の短い髪",
                        "銀色の短い髪と左",
                        "銀色の短い髪と左の眉",
                        "銀色の短い髪と左の眉に傷跡のある",
                        "銀色の短い髪と左の眉に傷跡のある背",
                        "銀色の短い髪と左の眉に傷跡のある背の高い",
                        "銀色の短い髪と左の眉に傷跡のある背の高い四十歳",
                        "銀色の短い髪と左の眉に傷跡のある背の高い四十歳のエルフ");
    }

    @Test
    void where_nothing_tells_where_words_end_something_is_kept() {
        assertThat(Cutting.toCost("银发精灵灰色斗篷", 5L * TokenMeter.UNIT, CHARACTERS)).isEqualTo("银发精灵灰");
    }
}
