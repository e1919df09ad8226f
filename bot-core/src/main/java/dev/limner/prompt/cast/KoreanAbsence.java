package dev.limner.prompt.cast;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.Script;
import dev.limner.prompt.text.Words;
import java.util.Arrays;
import java.util.List;

/** What Korean says of somebody who is not there, by the name's particle and how the words behind it begin. */
final class KoreanAbsence {
    /** Words of the clause that are looked at behind the name. */
    private static final int REACH = 4;

    private static final List<String> OF_THEM = folded(
            "편지", "사진", "무덤", "초상", "유품", "장례", "묘비", "묘지", "메시지", "문자", "전화", "이름", "일기", "기일", "소식", "영정", "동상",
            "빈자리", "카톡", "목걸이", "부고");

    private static final List<String> DONE_FOR_THEM =
            folded("기다리", "기다린", "기다렸", "찾는", "그리워", "떠올", "생각", "추모", "잃은", "잃었", "두고");

    private static final List<String> THEY_DO = folded("그립", "그리웠", "떠난", "떠났", "오지", "돌아오지", "사라진", "외출", "출장");

    /** Where nothing but these stands before it; else it may be something that they have not. */
    private static final List<String> MISSING = folded("없다", "없었", "없는", "없어", "보이지");

    private static final List<String> HERE = folded("여기", "지금", "이제", "더", "이미", "집에", "곁에", "아직");

    private static final List<String> SENT_TO_THEM = folded("전화", "문자", "메시지", "연락", "카톡");

    private KoreanAbsence() {}

    static boolean isTold(Words words, int last) {
        String name = words.word(last);
        if (name.isEmpty() || !Script.isHangul(name.charAt(0))) {
            return false;
        }
        if (endsWith(name, "의")) {
            return begins(Clause.after(words, last, 1), OF_THEM);
        }
        List<String> telling = endsWith(name, "을") || endsWith(name, "를")
                ? DONE_FOR_THEM
                : endsWith(name, "에게") || endsWith(name, "한테") ? SENT_TO_THEM : THEY_DO;
        boolean subject = endsWith(name, "이") || endsWith(name, "가") || endsWith(name, "은") || endsWith(name, "는");
        if (telling == THEY_DO && !subject) {
            return false;
        }
        int missing = begins(Clause.after(words, last, 1), HERE) ? 2 : 1;
        if (subject && begins(Clause.after(words, last, missing), MISSING)) {
            return true;
        }
        for (int k = 1; k <= REACH; k++) {
            if (begins(Clause.after(words, last, k), telling)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(String name, String particle) {
        return name.endsWith(Folding.fold(particle));
    }

    private static boolean begins(String word, List<String> beginnings) {
        return !word.isEmpty() && beginnings.stream().anyMatch(word::startsWith);
    }

    private static List<String> folded(String... words) {
        return Arrays.stream(words).map(Folding::fold).toList();
    }
}
