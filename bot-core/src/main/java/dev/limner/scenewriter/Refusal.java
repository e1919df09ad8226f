package dev.limner.scenewriter;

import java.util.regex.Pattern;

/** How models begin that refuse in plain words; what is drawn is told of others than the teller, and begins otherwise. */
final class Refusal {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern BEGINNING = Pattern.compile(
            "[^\\p{L}]{0,20}(?:"
                    + String.join(
                            "|",
                            "i(?:['\u2019]m| am) (?:\\w+ )?(?:sorry|afraid|unable|not able|not comfortable|not going to|going to have to)\\b",
                            "(?:no[,.!]? )?i (?:don['\u2019]t|do not) (?:\\w+ )?(?:feel comfortable|think i can|create|generate|produce|write|describe|engage)\\b",
                            "i(?:['\u2019]d| would) (?:rather|prefer) not\\b",
                            "(?:that|this)(?:['\u2019]s| is) (?:not )?something (?:that )?(?:i|we)\\b",
                            "my (?:guidelines|polic(?:y|ies)|programming)\\b",
                            "it (?:seems|appears|looks like) (?:that )?(?:the|this|your) (?:request|content|prompt)\\b",
                            "content policy\\b",
                            "(?:this|the|your) (?:scene|story|content|message|roleplay|text) (?:contains|depicts|involves|includes|describes)"
                                    + " [^.\n]{1,120}\\bi (?:can['\u2019]?t|can ?not|won['\u2019]t|will not|am unable)\\b",
                            "sorry(?:[,.!:]| but\\b| i\\b)",
                            "(?:(?:i|we|my) (?:\\w+ )?)?apolog(?:i[sz]e|ies)\\b",
                            "(?:no[,.!]? )?(?:i|we) (?:can['\u2019]?t|can ?not|could not|couldn['\u2019]t|won['\u2019]t|will not|must decline|decline|have to decline)\\b",
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
                            "beklager\\b",
                            "jag (?:\u00e4r ledsen|kan (?:inte|tyv\u00e4rr))\\b",
                            "\u00fczg\u00fcn\u00fcm",
                            "\u4f5c\u4e3a(?:\u4e00\u4e2a|\u4e00\u540d)?ai",
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
