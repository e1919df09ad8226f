package dev.limner.prompt.names;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.Script;
import dev.limner.prompt.text.Words;
import java.util.Arrays;
import java.util.List;

/** Korean nouns that people bear as names, and what they do when they are no people: {@code 하늘이 갑자기 까매지더니}. */
final class KoreanNature {
    private static final int REACH = 3;

    private static final List<String> NOUNS =
            folded("하늘", "바다", "구름", "바람", "별", "달", "해", "봄", "여름", "가을", "겨울", "나무", "이슬", "노을", "새벽", "햇살", "강");

    private static final List<String> DOES = folded(
            "까매", "까맣", "흐려", "흐리", "흐렸", "맑", "푸르", "푸른", "파랗", "파래", "어두", "어둑", "밝", "개었", "개고", "갰", "붉", "높", "불어",
            "불었", "불고", "떴", "떠올", "뜨", "졌", "내려", "내렸", "쏟", "반짝", "빛나", "빛났", "흔들", "일렁", "출렁", "물들", "잔잔", "차갑",
            "지나고", "오고", "왔다");

    private KoreanNature() {}

    static boolean isTold(Words words, int at) {
        String word = words.word(at);
        if (word.isEmpty() || !Script.isHangul(word.charAt(0)) || !beginsWith(word, NOUNS)) {
            return false;
        }
        for (int i = at + 1; i <= at + REACH && i < words.size() && words.gap(i) == Words.Gap.SOFT; i++) {
            if (beginsWith(words.word(i), DOES)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWith(String word, List<String> beginnings) {
        return beginnings.stream().anyMatch(word::startsWith);
    }

    private static List<String> folded(String... words) {
        return Arrays.stream(words).map(Folding::fold).toList();
    }
}
