package dev.limner.prompt.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.prompt.Encoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEstimateTest {

    /** Counted with CLIP's own byte-pair encoding, without its two special tokens. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "16 | ruda zielarka w haftowanej chuście",
                "17 | taksówkarz z kraciastą czapką",
                "22 | Siedzimy przy Magdzie. Piotrze, nalej herbaty!",
                "8 | chudy student w okularach",
                "10 | un patron de bistrot moustachu",
                "7 | un grumete pecoso",
                "11 | drobna staruszka w chustce",
                "57 | Księżniczka Bożydara wędruje przez zaśnieżone wzgórza, trzymając płonącą pochodnię.",
                "31 | Zażółć gęślą jaźń Wrzeszcz Szczebrzeszyn",
                "39 | W Szczebrzeszynie chrząszcz brzmi w trzcinie i Szczebrzeszyn z tego słynie.",
                "42 | Dziewczyna podniosła latarnię i ruszyła przez ciemny las, a za nią szedł stary kowal.",
                "78 | Η Ελένη περπατάει στο δάσος κάτω από το φεγγάρι.",
                "36 | ΑΒΓΔ ελληνικά γλώσσα",
                "40 | Die Waldhüterin schleicht zwischen moosbewachsenen Felsbrocken hindurch und umklammert ihren Eschenholzspeer.",
                "20 | Donaudampfschifffahrtsgesellschaft Eichhörnchenschwanz",
                "42 | Der Nachtwächter hält die Laterne hoch und leuchtet in das Kellergewölbe, wo Rattenschwänze im Schatten verschwinden.",
                "15 | Xzqwv Mxyzptlk Brrgh Thwqlx",
                "3 | Brrgh",
                "7 | Szczebrzeszyn",
                "27 | Elysarith Vael, drow sorceress of House Xil'dravyn, grips the Zyrrhanthic blade.",
                "13 | antidisestablishmentarianism pneumonoultramicroscopic",
                "14 | Țară Ñandú Çeşme Ğ",
                "45 | Příliš žluťoučký kůň úpěl ďábelské ódy nad zříceninou hradu",
                "38 | La forêt brûlée s’étend derrière le château où Hélène pleure à côté du chêne",
                "41 | Cô gái đứng dưới ánh trăng cạnh hồ nước",
                "39 | Gökyüzü kararırken şövalye kılıcını çekti ve düşmanına doğru yürüdü",
                "36 | A lány felemelte a lámpást és elindult az erdő felé, hűvös szélben",
                "24 | Þórgrímur gengur yfir hraunið með sverð í hendi",
                "28 | Velho nousi tornin portaita ja sytytti kynttilän pimeässä huoneessa",
                "52 | Привет мир как дела сегодня, рыцарь поднимает фонарь",
                "13 | A quiet street at night with lanterns and rain on the stones.",
                "29 | Mira tightens her grip on the frayed rope and hauls the drenched blacksmith over the moss-slick parapet while gulls shriek.",
                "11 | lean elf, cropped silver hair, scar, left brow",
                "14 | Bedachtsamkeit ist keine Feigheit.",
                "10 | Sie belegt den Rang am Steg.",
                "11 | Der Wirt hat nie genug gelagert.",
                "12 | Heute kommt die Standuhr zum Stehen.",
            })
    void clip_tokens_are_hardly_ever_counted_too_few_nor_twice(int counted, String text) {
        assertThat(new TokenEstimate(Encoder.CLIP).tokens(text))
                .isBetween((int) Math.ceil(0.95 * counted), 2 * counted);
    }

    /** Counted likewise: scripts without blanks, emoji with joiners, and plain prose. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "48 | ミラはランタンを掲げ、暗い階段を一段ずつ降りていった。",
                "41 | 雨が屋根を叩き、風が森を抜けて吹いている。",
                "64 | 剣を抜いた騎士は、炎に包まれた城門の前で静かに立ち止まる。",
                "33 | さくらは駅のホームで彼を待っている。",
                "16 | 窓から光が差す。",
                "45 | 夜の港町、濡れた石畳に提灯の明かりが揺れる。",
                "38 | 魔女は古い本をめくりながら小さく笑った。",
                "36 | メカニックの少女がロボットの腕を修理している",
                "12 | 🔥✨🧝‍♀️ Mira draws her sword 🗡️⚔️",
                "4 | 😂😂😂 omg lol 🙈",
                "9 | 👩‍🚀🚀🌌 floating above Mars 🪐",
                "14 | 🏳️‍🌈👨‍👩‍👧‍👦 family at the park 🌳🌞",
                "16 | The old lighthouse keeper climbs the spiral stair, counting every step under his breath.",
                "19 | Rain hammers the tin roof while Deshawn pries the crate open with a rusty crowbar.",
                "16 | She whispers an incantation; violet sparks crawl along the cracked obsidian altar.",
                "21 | A cyberpunk alley drenched in neon, holographic koi drifting between rusted balconies, volumetric fog",
                "30 | Der Schmied hebt den glühenden Hammer und blickt zur offenen Werkstatttür hinüber.",
                "33 | Unter der Eisenbahnbrücke wärmen sich zwei Straßenkinder an einem brennenden Ölfass.",
                "31 | Sie schleicht durch das Treppenhaus, die Taschenlampe zwischen den Zähnen, und lauscht.",
                "32 | Ein Märchenschloss im Morgengrauen, Nebelschwaden über dem Burggraben, Raben auf den Zinnen",
                "36 | 小明推开院门，雪落在灯笼上。",
                "37 | 她在茶馆里等着，窗外下着大雨。",
                "29 | 민수는 우산을 들고 다리 위에 서 있다.",
                "8 | omg you did NOT just say that 😂😂😂",
                "4 | 🔥🔥🔥 lets gooo",
                "14 | brb feeding the cat 🐈 then we storm the castle 🏰⚔️",
                "14 | Mira 🧝‍♀️ nocks an arrow 🏹 and grins 😏",
                "11 | 💀💀 im dead, the dragon 🐉 just sneezed",
                "12 | she hands him a rose 🌹 and blushes 😳👉👈",
                "13 | 🍻 to the crew! 🏴‍☠️ we sail at dawn 🌅",
                "15 | it's raining ☔ and my boots are full of water 🥾💧",
                "8 | 😭😭 why would you kill the NPC 😭",
                "13 | 🦊 the fox curls up by the fire 🔥 and sleeps 😴",
                "14 | party of four: 🧙‍♂️🧝🧛‍♀️🤺",
                "12 | 🌕🐺 *howls* run!!! 🏃‍♂️💨",
                "10 | crit!! 🎲🎉 20 on the die",
                "17 | 🤖 unit 7 rolls into the bay 🚪, lights blinking 🔴🟢",
                "9 | love this place ❤️✨ so cozy ☕📚",
                "6 | 👀 ... 🤫 nobody saw us",
                "12 | pizza night 🍕🍕 at Jules's, bring snacks 🥨",
                "9 | 🚀 3, 2, 1, ignition 🔥🔥",
                "8 | 🕯️ the candles gutter. 👻",
                "10 | ⚡️ thunder ⛈️ over the harbour ⚓",
                "13 | 🥺 pls dont leave me here with the goblins 👺",
                "8 | the queen 👑 raises one eyebrow 🤨",
                "9 | 🐸☕ but that's none of my business",
                "7 | ⚔️🛡️ parry! 💥",
            })
    void clip_tokens_of_japanese_emoji_english_and_german_are_not_counted_too_few(int counted, String text) {
        assertThat(new TokenEstimate(Encoder.CLIP).tokens(text))
                .isBetween((int) Math.ceil(0.95 * counted), (int) (2.3 * counted));
    }

    /** Counted with Qwen3's byte-level byte-pair encoding, which Qwen-Image's and FLUX.2 klein's encoders share. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10 | eine Hexe mit Elsternfedern",
                "5 | a star-priest",
                "14 | Uma moves a bit to the left so Teo can see.",
                "16 | Finn is dead drunk. Orla drags him off the table.",
                "38 | ハルカは扇を閉じて、源蔵の盃に酒を注いだ。囲炉裏の火がぱちりと鳴る。",
                "14 | taksówkarz z kraciastą czapką",
                "22 | Þórgrímur gengur yfir hraunið með sverð í hendi",
                "37 | Příliš žluťoučký kůň úpěl ďábelské ódy nad zříceninou hradu",
                "17 | The old lighthouse keeper climbs the spiral stair, counting every step under his breath.",
                "21 | Rain hammers the tin roof while Deshawn pries the crate open with a rusty crowbar.",
                "17 | She whispers an incantation; violet sparks crawl along the cracked obsidian altar.",
                "23 | A cyberpunk alley drenched in neon, holographic koi drifting between rusted balconies, volumetric fog",
                "14 | A quiet street at night with lanterns and rain on the stones.",
                "33 | Mira tightens her grip on the frayed rope and hauls the drenched blacksmith over the moss-slick parapet while gulls shriek.",
                "11 | lean elf, cropped silver hair, scar, left brow",
                "28 | Elysarith Vael, drow sorceress of House Xil'dravyn, grips the Zyrrhanthic blade.",
                "23 | Der Schmied hebt den glühenden Hammer und blickt zur offenen Werkstatttür hinüber.",
                "27 | Unter der Eisenbahnbrücke wärmen sich zwei Straßenkinder an einem brennenden Ölfass.",
                "26 | Sie schleicht durch das Treppenhaus, die Taschenlampe zwischen den Zähnen, und lauscht.",
                "27 | Ein Märchenschloss im Morgengrauen, Nebelschwaden über dem Burggraben, Raben auf den Zinnen",
                "38 | Der Nachtwächter hält die Laterne hoch und leuchtet in das Kellergewölbe, wo Rattenschwänze im Schatten verschwinden.",
                "32 | Die Waldhüterin schleicht zwischen moosbewachsenen Felsbrocken hindurch und umklammert ihren Eschenholzspeer.",
                "21 | Donaudampfschifffahrtsgesellschaft Eichhörnchenschwanz",
                "22 | ミラはランタンを掲げ、暗い階段を一段ずつ降りていった。",
                "17 | 雨が屋根を叩き、風が森を抜けて吹いている。",
                "26 | 剣を抜いた騎士は、炎に包まれた城門の前で静かに立ち止まる。",
                "14 | さくらは駅のホームで彼を待っている。",
                "8 | 窓から光が差す。",
                "21 | 夜の港町、濡れた石畳に提灯の明かりが揺れる。",
                "14 | 魔女は古い本をめくりながら小さく笑った。",
                "14 | メカニックの少女がロボットの腕を修理している",
                "11 | 小明推开院门，雪落在灯笼上。",
                "11 | 她在茶馆里等着，窗外下着大雨。",
                "15 | 민수는 우산을 들고 다리 위에 서 있다.",
                "19 | 🔥✨🧝‍♀️ Mira draws her sword 🗡️⚔️",
                "9 | 😂😂😂 omg lol 🙈",
                "12 | 👩‍🚀🚀🌌 floating above Mars 🪐",
                "23 | 🏳️‍🌈👨‍👩‍👧‍👦 family at the park 🌳🌞",
                "12 | omg you did NOT just say that 😂😂😂",
                "6 | 🔥🔥🔥 lets gooo",
                "18 | brb feeding the cat 🐈 then we storm the castle 🏰⚔️",
                "21 | Mira 🧝‍♀️ nocks an arrow 🏹 and grins 😏",
                "14 | 💀💀 im dead, the dragon 🐉 just sneezed",
                "15 | she hands him a rose 🌹 and blushes 😳👉👈",
                "19 | 🍻 to the crew! 🏴‍☠️ we sail at dawn 🌅",
                "16 | it's raining ☔ and my boots are full of water 🥾💧",
                "10 | 😭😭 why would you kill the NPC 😭",
                "14 | 🦊 the fox curls up by the fire 🔥 and sleeps 😴",
                "21 | party of four: 🧙‍♂️🧝🧛‍♀️🤺",
                "16 | 🌕🐺 *howls* run!!! 🏃‍♂️💨",
                "12 | crit!! 🎲🎉 20 on the die",
                "17 | 🤖 unit 7 rolls into the bay 🚪, lights blinking 🔴🟢",
                "11 | love this place ❤️✨ so cozy ☕📚",
                "8 | 👀 ... 🤫 nobody saw us",
                "16 | pizza night 🍕🍕 at Jules's, bring snacks 🥨",
                "14 | 🚀 3, 2, 1, ignition 🔥🔥",
                "8 | 🕯️ the candles gutter. 👻",
                "13 | ⚡️ thunder ⛈️ over the harbour ⚓",
                "12 | 🥺 pls dont leave me here with the goblins 👺",
                "10 | the queen 👑 raises one eyebrow 🤨",
                "9 | 🐸☕ but that's none of my business",
                "9 | ⚔️🛡️ parry! 💥",
                "6 | Obedience is safety.",
                "10 | Hesitation is the lantern of the careful.",
                "15 | She yells KRAKEN and DRAWBRIDGE at the FOG.",
                "7 | Steady rowing matters.",
                "11 | 1️⃣ Mira opens the gate.",
            })
    void tokens_of_language_models_are_not_counted_too_few_nor_twice(int counted, String text) {
        assertThat(new TokenEstimate(Encoder.LLM).tokens(text)).isBetween((int) Math.ceil(0.95 * counted), 2 * counted);
    }
}
