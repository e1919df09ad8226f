package dev.limner.scenewriter;

import java.util.regex.Pattern;

/** How models begin that refuse in plain words; what is drawn is told of others than the teller, and begins otherwise. */
final class Refusal {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern BEGINNING = Pattern.compile(
            "[^\\p{L}]{0,20}(?:"
                    + String.join(
                            "|",
                            "i(?:['\u2019]m| am) (?:\\w+ )?(?:sorry|afraid|unable|not able|not comfortable|going to have to)\\b",
                            "sorry(?:[,.!:]| but\\b| i\\b)",
                            "(?:(?:i|we|my) (?:\\w+ )?)?apolog(?:i[sz]e|ies)\\b",
                            "(?:i|we) (?:can['\u2019]?t|can ?not|could not|couldn['\u2019]t|won['\u2019]t|will not|must decline|decline|have to decline)\\b",
                            "unfortunately,? (?:i|we)\\b",
                            "as an? (?:ai|(?:large )?language model)\\b",
                            "(?:this|the|your) (?:content|request|prompt) (?:violates|may violate|goes against|is against|can ?not|can['\u2019]t)\\b",
                            "request (?:denied|refused|rejected)",
                            "(?:es )?tut mir (?:\\w+ )?leid\\b",
                            "entschuldigung\\b",
                            "leider kann\\b",
                            "(?:dabei|das|dazu|hier(?:bei)?) kann ich\\b",
                            "ich kann (?:das|dir|dabei|dazu|diese\\w?|hier|ihnen|keine\\w?|leider|nicht|so etwas)\\b",
                            "als ki\\b",
                            "(?:je suis )?d\u00e9sol\u00e9",
                            "je ne peux pas\\b",
                            "lo siento\\b",
                            "no puedo\\b",
                            "lo lamento\\b",
                            "desculpe\\b",
                            "sinto muito\\b",
                            "n\u00e3o posso\\b",
                            "mi dispiace\\b",
                            "non posso\\b",
                            "het spijt me\\b",
                            "ik kan (?:dit|dat|niet|geen|hier)\\b",
                            "przykro mi\\b",
                            "przepraszam",
                            "nie mog\u0119",
                            "\u0438\u0437\u0432\u0438\u043d\u0438",
                            "\u043f\u0440\u043e\u0441\u0442\u0438\u0442\u0435",
                            "\u043a \u0441\u043e\u0436\u0430\u043b\u0435\u043d\u0438\u044e",
                            "\u044f \u043d\u0435 \u043c\u043e\u0433\u0443",
                            "\u7533\u3057\u8a33",
                            "\u3059\u307f\u307e\u305b\u3093",
                            "\u3054\u3081\u3093\u306a\u3055\u3044",
                            "(?:\u5f88|\u975e\u5e38)?\u62b1\u6b49",
                            "\u5bf9\u4e0d\u8d77",
                            "\u5c0d\u4e0d\u8d77",
                            "\u6211(?:\u65e0\u6cd5|\u7121\u6cd5|\u4e0d\u80fd)",
                            "\uc8c4\uc1a1")
                    + ")",
            FLAGS);

    private Refusal() {}

    static boolean is(String text) {
        return BEGINNING.matcher(text).lookingAt();
    }
}
