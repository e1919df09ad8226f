package dev.limner.prompt.markup;

import dev.limner.prompt.text.NameWords;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What opens another place or time, by language, folded. A star stands for any word, alternatives are parted by bars; a
 * comma must follow as such, and a stop stands for any sign that ends a clause.
 */
final class OpeningPhrases {
    private static final List<String> ENGLISH = List.of(
            "later that day|night|evening|morning|afternoon|week",
            "that night|evening ,",
            "the next|following day|morning|night|evening|afternoon|week|month|year",
            "next morning|day|week",
            "early|late the next|following day|morning|night|evening",
            "the day|morning|week after",
            "hours|days|weeks|months|years later",
            "hours|days|weeks|months|years pass|passed .",
            "* hours|days|weeks|months|years later",
            "* hours|days|weeks|months|years pass|passed .",
            "* * hours|days|weeks|months|years later",
            "an|one|a hour|day|week|month|year later",
            "an|one|a hour|day|week|month|year passes|passed .",
            "half an|a hour|day|year later",
            "much|sometime later .",
            "some time later .",
            "after * hours|days|weeks|months|years ,",
            "at dawn|dusk|midnight|nightfall the next day",
            "the scene|story|camera shifts|changes|moves|cuts|switches to",
            "fast forward to");

    private static final List<String> GERMAN = List.of(
            "am nachsten|folgenden tag|morgen|abend",
            "in der nachsten nacht",
            "stunden|tage|wochen|monate|jahre spater",
            "* stunden|tage|wochen|monate|jahre spater",
            "einige|ein paar stunden|tage spater",
            "eine stunde|woche|nacht spater",
            "ein|einen tag|monat|jahr spater");

    private static final List<String> FRENCH = List.of(
            "le lendemain",
            "* heures|jours|semaines|mois|ans plus tard",
            "quelques heures|jours plus tard",
            "une|un heure|jour|semaine|mois|an plus tard");

    private static final List<String> SPANISH = List.of(
            "al dia siguiente",
            "a la manana siguiente",
            "* horas|dias|semanas|meses|anos despues|mas",
            "una|un hora|dia|semana|mes|ano despues|mas");

    private static final List<String> ITALIAN = List.of(
            "un|una ora|giorno|settimana|mese|anno dopo",
            "* ore|giorni|settimane|mesi|anni dopo",
            "il giorno|mattino dopo|seguente|successivo",
            "la mattina|notte|sera dopo|seguente|successiva");

    private static final List<String> PORTUGUESE = List.of(
            "uma|um hora|dia|semana|mes|ano depois",
            "* horas|dias|semanas|meses|anos depois",
            "no dia seguinte",
            "na manha|noite|tarde seguinte");

    private static final List<String> DUTCH = List.of(
            "een uur|dag|week|maand|jaar later",
            "* uur|dagen|weken|maanden|jaar later",
            "de volgende dag|ochtend|morgen|avond|nacht");

    private static final List<String> SWEDISH = List.of(
            "en|ett timme|dag|vecka|manad|ar senare",
            "* timmar|dagar|veckor|manader|ar senare",
            "nasta|foljande dag|morgon|kvall|natt");

    private static final List<String> TURKISH = List.of("* saat|gun|hafta|ay|yil sonra", "ertesi gun|sabah|aksam|gece");

    private static final List<String> POLISH = List.of(
            "nastepnego dnia|ranka|wieczoru",
            "godzine|tydzien|miesiac|rok pozniej",
            "* godzin|godziny|dni|tygodni|tygodnie|miesiecy|lat pozniej");

    private static final List<String> RUSSIAN = List.of(
            "на следующий|следующее день|утро|вечер",
            "* часов|часа|дней|дня|недель|недели|месяцев|лет спустя|позже",
            "через|спустя * часов|часа|дней|дня",
            "через|спустя час|день|неделю|месяц|год",
            "час|день|неделю|месяц|год спустя");

    /** Only where a line begins: inside of one they as often go on with what was told. */
    static final List<String> LEADING = List.of(
            "meanwhile",
            "elsewhere",
            "back at|in|on|aboard *",
            "smash|jump cut to",
            "cut|skip to the",
            "wahrenddessen|unterdessen|anderswo|derweil",
            "zur gleichen zeit",
            "pendant ce temps",
            "ailleurs",
            "mientras tanto",
            "en otro lugar",
            "nel frattempo",
            "enquanto isso",
            "ondertussen|intussen",
            "under tiden",
            "bu|o sirada",
            "bu arada",
            "tymczasem",
            "w miedzyczasie",
            "тем временем");

    /** Time that passes, which opens another scene wherever a sentence begins. */
    private static final List<String> PASSING = Stream.of(
                    ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, SWEDISH, TURKISH, POLISH, RUSSIAN)
            .flatMap(List::stream)
            .toList();

    static final List<String> SPACED =
            Stream.concat(LEADING.stream(), PASSING.stream()).toList();

    /** Of Japanese, Chinese and Korean. */
    static final List<String> UNSPACED_LEADING = List.of("一方、", "一方その頃", "その頃", "与此同时", "同一时间", "另一边", "한편", "같은 시각");

    /** Of Japanese, Chinese and Korean. */
    static final List<String> UNSPACED_PASSING = List.of(
            "翌朝", "翌日", "次の日", "次の朝", "数時間後", "数日後", "第二天", "次日", "几小时后", "几天后", "다음 날", "다음날", "한 시간 후", "한 시간 뒤",
            "몇 시간 후", "몇 시간 뒤", "며칠 후", "며칠 뒤", "일주일 후", "일주일 뒤");

    static final String NUMERALS = "一二三四五六七八九十百数几幾两兩半";

    /** After a number. */
    static final List<String> LATER = List.of(
            "時間後", "日後", "週間後", "か月後", "ヶ月後", "年後", "小时后", "个小时后", "天后", "周后", "个月后", "年后", "小時後", "個小時後", "天後");

    /** What a span of time begins with, besides digits. */
    static final Set<String> COUNTS = NameWords.words("""
            one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty some several \
            many a few einige ein zwei drei vier funf sechs deux trois quatre cinq six quelques dos tres cuatro cinco varias \
            algunas unas due tre quattro cinque alcune alcuni qualche duas dois quatro algumas alguns twee drie vijf enkele \
            tva tre fyra nagra bir iki uc birkac kilka dwie dwa trzy piec несколько пару два две три четыре пять""");

    private OpeningPhrases() {}
}
