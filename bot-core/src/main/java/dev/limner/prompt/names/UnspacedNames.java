package dev.limner.prompt.names;

import dev.limner.prompt.text.Script;
import java.util.List;
import java.util.Set;

/** Where a name can end in a script without blanks. */
final class UnspacedNames {
    private static final List<String> HONORIFICS =
            List.of("さん", "ちゃん", "くん", "さま", "様", "君", "殿", "先生", "先輩", "姫", "氏", "小姐", "先生", "姐", "哥");

    /** Names that are words as well. */
    private static final Set<String> COMMON = Set.copyOf(List.of(
            "光", "翼", "空", "海", "月", "星", "花", "雪", "風", "桜", "葵", "蓮", "愛", "心", "夢", "命", "火", "水", "雨", "森", "山",
            "川", "春", "夏", "秋", "冬", "朝", "夜", "影", "波", "虹", "嵐", "さくら", "ひかり", "そら", "うみ", "つき", "はな", "ゆき", "かぜ",
            "あおい", "ゆめ", "こころ", "ほし", "もみじ", "すみれ", "明", "云", "雨", "梅", "兰", "竹", "小雨", "春天", "月亮", "明月", "小雪", "白雪",
            "飞雪", "飛雪", "秋月", "晓月", "曉月", "朝霞", "白云", "白雲", "彩云", "彩雲", "晨曦", "春雨", "秋水", "清风", "清風", "海棠", "牡丹", "芙蓉",
            "玉兰", "玉蘭", "红梅", "紅梅", "流星", "朝阳", "朝陽", "夕阳", "夕陽"));

    /** What the sky, weather and flowers do in Chinese. */
    private static final List<String> NATURE_DOES = List.of(
            "高悬", "高懸", "高挂", "高掛", "当空", "當空", "初升", "东升", "東升", "升起", "西沉", "西斜", "如钩", "如水", "如霜", "皎洁", "皎潔", "照着",
            "照在", "照進", "照进", "洒在", "洒满", "灑在", "灑滿", "映", "纷飞", "紛飛", "纷纷", "紛紛", "飘落", "飄落", "飘飘", "飄飄", "飞舞", "飛舞",
            "绵绵", "綿綿", "淅沥", "盛开", "盛開", "开得", "開得", "凋零", "凋谢", "凋謝", "落尽", "满天", "滿天", "漫天", "拂面", "徐来", "徐來");

    private static final String PARTICLES = "がはもの";

    /** What flowers, light and weather do. */
    private static final String NATURE = "咲散降差吹昇沈輝満枯舞木花";

    private UnspacedNames() {}

    /** What counts flowers and falls of rain, or lets them fall: before these words they are no names. */
    private static final List<String> BEFORE_THINGS = List.of(
            "下着", "下起", "飘着", "飘起", "飄著", "一场", "这场", "那场", "一陣", "一阵", "一朵", "几朵", "一片", "一轮", "一缕", "一束", "满地", "滿地",
            "一輪の", "一本の", "満開の");

    /** Not addressed with honour, and in the midst of a sentence, or with a verb that people do not do. */
    private static boolean isThing(CharSequence text, int run, int start, int end, int runEnd) {
        if (HONORIFICS.stream().anyMatch(h -> startsWith(text, end, runEnd, h))) {
            return false;
        }
        if (BEFORE_THINGS.stream()
                .anyMatch(b -> start - b.length() >= run && startsWith(text, start - b.length(), start, b))) {
            return true;
        }
        if (NATURE_DOES.stream().anyMatch(does -> startsWith(text, end, runEnd, does))) {
            return true;
        }
        boolean particle = end < runEnd && PARTICLES.indexOf(text.charAt(end)) >= 0;
        if (particle && end + 1 < runEnd && NATURE.indexOf(text.charAt(end + 1)) >= 0) {
            return true;
        }
        return end - start == 1 && start > run && !(end < runEnd && text.charAt(end) == 'は');
    }

    /** Whether the characters from {@code start} to {@code end} may be a whole name in their run. */
    static boolean standsAlone(CharSequence text, int run, int start, int end, int runEnd) {
        int first = text.charAt(start);
        int last = text.charAt(end - 1);
        int before = start > run ? text.charAt(start - 1) : ' ';
        int after = end < runEnd ? text.charAt(end) : ' ';
        if (Script.isKatakana(last) && Script.isKatakana(after)
                || Script.isKatakana(first) && Script.isKatakana(before)) {
            return false;
        }
        if (COMMON.contains(text.subSequence(start, end).toString()) && isThing(text, run, start, end, runEnd)) {
            return false;
        }
        boolean honoured = HONORIFICS.stream().anyMatch(h -> startsWith(text, end, runEnd, h));
        if (end - start == 1) {
            boolean alone = !Script.isHan(before) && !Script.isHan(after) && Script.isHan(first);
            return alone || honoured;
        }
        boolean cutMark = after != ' ' && Character.getType(after) == Character.NON_SPACING_MARK;
        return !cutMark;
    }

    private static boolean startsWith(CharSequence text, int at, int end, String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.charAt(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
