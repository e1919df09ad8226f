package dev.limner.prompt.cast;

import dev.limner.prompt.text.Folding;
import java.util.regex.Pattern;

/** Whether a sentence of Chinese or Japanese plainly says that whom it names is dead or only in an image. */
final class UnspacedAbsence {
    /** Characters looked at on either side. */
    private static final int REACH = 20;

    private static final Pattern BEFORE = folded("(亡くなった|死んだ|亡き|他界した|已故的?|死去的|去世的|逝去的|死去多年的)$");

    private static final Pattern AFTER = folded("^(さん|ちゃん|くん|君|様|先生)?("
            // somebody died, and not somebody of theirs
            + "(?![的の]).{0,10}?((亡くなった|死んだ|他界した)(?=$|[ぁ-ん])|亡くなって|亡くなりま|死んでしま|他界して|もうこの世にい"
            + "|死在|死了|死于|去世|过世|過世|病逝|阵亡|陣亡|牺牲|犧牲|丧命|喪命|逝世|不在人世)"
            // what stands for them
            + "|[的の](遺影|遺像|遗像|遺品|遗物|遺骨|墓|坟|墳|位牌|灵位|靈位|牌位|葬式|葬礼|葬禮|肖像|画像|畫像|照片|写真|幻影"
            + "|手紙|来信|來信|遗书|遺書|形見))");

    private UnspacedAbsence() {}

    /**
     * @param run where the run of text without blanks begins that holds the name
     * @param start of the name
     * @param end behind it
     * @param runEnd behind the run
     */
    static boolean isPlain(CharSequence text, int run, int start, int end, int runEnd) {
        return BEFORE.matcher(text.subSequence(Math.max(run, start - REACH), start))
                        .find()
                || AFTER.matcher(text.subSequence(end, Math.min(runEnd, end + REACH)))
                        .find();
    }

    private static Pattern folded(String pattern) {
        return Pattern.compile(Folding.fold(pattern));
    }
}
