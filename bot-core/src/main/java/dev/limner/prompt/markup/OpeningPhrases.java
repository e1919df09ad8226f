package dev.limner.prompt.markup;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.NameWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What opens another place or time, folded: of languages with blanks between words as {@code openings.txt} lists it, which
 * says how it is read.
 */
final class OpeningPhrases {
    private static final List<String> LINES = lines();

    /** Only where a line begins: inside of one they as often go on with what was told. */
    static final List<String> LEADING = of("leading: ");

    /** Also time that passes, which opens another scene wherever a sentence begins. */
    static final List<String> SPACED =
            Stream.concat(LEADING.stream(), of("passing: ").stream()).toList();

    /** Of Japanese, Chinese and Korean. */
    static final List<String> UNSPACED_LEADING = List.of(
            "一方、", "一方その頃", "その頃", "与此同时", "同一时间", "另一边", "另一邊", "同一時間", "與此同時", "另一头", "镜头一转", "画面一转", "城市的另一端", "同じ頃",
            "同時刻", "場面転換", "場面は変わ", "所変わって", "한편", "같은 시각", "그 시각");

    /** Of Japanese, Chinese and Korean. */
    static final List<String> UNSPACED_PASSING = List.of(
            "翌朝", "翌日", "次の日", "次の朝", "数時間後", "数日後", "第二天", "次日", "几小时后", "几天后", "다음 날", "다음날", "한 시간 후", "한 시간 뒤",
            "몇 시간 후", "몇 시간 뒤", "며칠 후", "며칠 뒤", "일주일 후", "일주일 뒤", "翌晩", "その夜、", "その晩、", "数週間後", "数ヶ月後", "数か月後", "数年後",
            "隔天", "隔日", "数日后", "数月后", "数年后", "當晚，", "当晚，", "当天晚上", "當天晚上", "이튿날", "그날 밤", "몇 달 후", "몇 달 뒤", "몇 년 후",
            "몇 년 뒤", "몇 주 후", "몇 주 뒤", "두 시간 후", "두 시간 뒤", "사흘 후", "사흘 뒤");

    static final String NUMERALS = "一二三四五六七八九十百数几幾两兩半";

    /** After a number. */
    static final List<String> LATER = List.of(
            "時間後", "日後", "週間後", "か月後", "ヶ月後", "年後", "小时后", "个小时后", "天后", "周后", "个月后", "年后", "小時後", "個小時後", "天後");

    /** What a span of time begins with, besides digits. */
    static final Set<String> COUNTS = NameWords.words("""
            one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty some several \
            many a few einige ein zwei drei vier funf sechs deux trois quatre cinq six quelques dos tres cuatro cinco varias \
            algunas unas due tre quattro cinque alcune alcuni qualche duas dois quatro algumas alguns twee drie vijf enkele \
            tva tre fyra nagra bir iki uc birkac kilka dwie dwa trzy piec несколько пару два две три четыре пять kaksi kolme nelja viisi \
            muutaman muutama joitakin par to fire nogle noen flere nagra ket harom negy ot nehany par hat dva tri ctyri styri pet \
            nekolik niekolko cateva doua trei patru кілька декілька дві чотири δυο τρεις λιγες μερικες other plusieurs cinq \
            vari varie diversi parecchi um uma wenige etliche mehrere couple half""");

    private OpeningPhrases() {}

    private static List<String> of(String kind) {
        return LINES.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> Folding.fold(line.substring(kind.length())))
                .toList();
    }

    private static List<String> lines() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        OpeningPhrases.class.getResourceAsStream("openings.txt"), "it is of the same room"),
                StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
