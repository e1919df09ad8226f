package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who rings, sends word, is dead, left things behind or walks out is not drawn, in whatever language; who is near is. */
class FarAndGoneInManyLanguagesTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira öffnet die Truhe. Darin liegt der Säbel des seligen Tobin. | Mira",
                "Tobin hat vorhin aus Köln angerufen. Mira räumt seinen Teller weg. | Mira",
                "Tobin rief noch an, dass er Dienst habe. Mira räumt seinen Teller weg. | Mira",
                "Tobin lässt grüßen. Mira nickt dem Hund zu. | Mira",
                "Tobin wurde am Dienstag beerdigt. Mira rollt weiter den Teig aus. | Mira",
                "Tobins Mantel hängt noch am Haken. Mira streicht darüber. | Mira",
                "Tobin zog im Frühjahr nach Wien. Mira gießt seine Blumen. | Mira",
                "Mira lehnt an den bronzenen Knien des Tobin. | Mira",
                "Das Telefon klingelte. Es war Tobin, müde, vom Bahnhof. Mira legte auf. | Mira",
                "Le téléphone sonne. C'était Tobin, de la gare. Mira soupire. | Mira",
                "El teléfono suena. Era Tobin, desde la estación. Mira cuelga. | Mira",
                "Tobin wurde blass und rannte hinaus. Mira schloss die Tür. | Mira",
                "Mira liest den Brief zweimal, weil Tobin schreibt wie er redet. | Mira",
                "Mira opent de kist. Daarin ligt de sabel van wijlen Tobin. | Mira",
                "Tobin belde net dat hij vastzit in Utrecht. Mira zet zijn bord weg. | Mira",
                "Tobin heeft nog gebeld. Mira haalt haar schouders op. | Mira",
                "De jas van Tobin hangt nog aan de haak. Mira aait de mouw. | Mira",
                "Tobin werd wit en rende naar buiten. Mira sluit de deur. | Mira",
                "Mira ouvre la malle. Dedans, le sabre du défunt Tobin. | Mira",
                "Tobin a appelé ce matin depuis Lyon. Mira range son assiette. | Mira",
                "Le manteau de Tobin est toujours au crochet. Mira y passe la main. | Mira",
                "Tobin fut enterré un mardi. Mira pétrit la pâte. | Mira",
                "Mira s'assied contre les genoux de bronze de Tobin. | Mira",
                "Tobin pâlit et sort en courant. Mira ferme la porte. | Mira",
                "Mira abre el baúl. Dentro, el sable del difunto Tobin. | Mira",
                "Tobin llamó desde Sevilla. Mira guarda su plato. | Mira",
                "Tobin manda recuerdos. Mira se encoge de hombros. | Mira",
                "El abrigo de Tobin sigue en la percha. Mira lo acaricia. | Mira",
                "Tobin palidece y sale de la cocina. Mira cierra la puerta. | Mira",
                "Mira abre a gaveta: o relógio do falecido Tobin, uma carta, um botão. | Mira",
                "O Tobin ligou de Braga. Mira guarda o prato dele. | Mira",
                "A cadeira do Tobin ainda está à janela. Mira limpa o pó. | Mira",
                "Tobin fica verde e vai embora. Mira fecha a porta. | Mira",
                "Mira apre il baule. Dentro, la sciabola del defunto Tobin. | Mira",
                "Tobin ha telefonato da Torino. Mira mette via il suo piatto. | Mira",
                "Il cappotto di Tobin è ancora appeso. Mira lo sfiora. | Mira",
                "Mira otwiera skrzynię. W środku szabla zmarłego Tobina. | Mira",
                "Tobin dzwonił z Krakowa. Mira chowa jego talerz. | Mira",
                "Płaszcz Tobina wciąż wisi na haku. Mira dotyka rękawa. | Mira",
                "Tobin blednie i wybiega. Mira zamyka drzwi. | Mira",
                "Мира открывает сундук. Там сабля покойного Тобина. | Мира",
                "Тобин звонил из Киева. Мира убирает его тарелку. | Мира",
                "Пальто Тобина всё ещё висит на крючке. Мира гладит рукав. | Мира",
                "Тобин передавал привет. Мира хмыкает. | Мира",
                "Тобин побледнел и выбежал. Мира закрыла дверь. | Мира",
                "Mira öppnar kistan. Där ligger den avlidne Tobins sabel. | Mira",
                "Tobin ringde nyss från Lund. Mira ställer undan tallriken. | Mira",
                "Tobin har lämnat stan. Mira dricker hans kaffe. | Mira",
                "Mira sandığı açıyor. İçinde rahmetli Tobin'in kılıcı. | Mira",
                "Tobin az önce aradı. Mira tabağı kaldırıyor. | Mira"
            })
    void who_is_far_or_gone_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "La puerta se abre. Era Tobin, con el pan. Mira sonríe. | Mira, Tobin",
                "Es klopft. Es war Tobin, müde. Mira steht auf. | Mira, Tobin",
                "Tobin ruft Mira an den Tisch. | Mira, Tobin",
                "Tobin hat den Mantel noch an. Mira lacht. | Mira, Tobin",
                "Tobin zog den Stuhl heran. Mira setzte sich. | Mira, Tobin",
                "Tobin wurde rot und Mira lachte. | Mira, Tobin",
                "Tobin steckt im Schlamm. Mira zieht. | Mira, Tobin",
                "Tobin belt aan. Mira doet open. | Mira, Tobin",
                "Tobin loopt naar het raam. Mira volgt hem. | Mira, Tobin",
                "Tobin appelle Mira depuis la cuisine, elle accourt. | Mira, Tobin",
                "Mira embrasse Tobin et sort en courant, Mira revient. | Mira, Tobin",
                "Tobin sort un couteau. Mira recule. | Mira, Tobin",
                "Tobin a encore faim. Mira lui tend le pain. | Mira, Tobin",
                "Tobin llamó a la puerta. Mira abrió. | Mira, Tobin",
                "Mira le quita el sombrero a Tobin y sale de la cocina. | Mira, Tobin",
                "Tobin sale al balcón y Mira le sigue. | Mira, Tobin",
                "Tobin ligou a luz. Mira piscou os olhos. | Mira, Tobin",
                "Tobin liga o rádio e Mira dança. | Mira, Tobin",
                "Tobin ha ancora fame. Mira gli passa il pane. | Mira, Tobin",
                "Tobin chiama Mira dalla cucina, lei arriva. | Mira, Tobin",
                "Tobin dzwonił kluczami. Mira się obejrzała. | Mira, Tobin",
                "Тобин хмыкнул и вышел из-за шкафа. Мира ахнула. | Мира, Тобин",
                "Тобин звонил в дверь. Мира открыла. | Мира, Тобин",
                "Tobin ringde på dörren. Mira öppnade. | Mira, Tobin"
            })
    void who_does_something_here_is_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "阿岩打来电话，说堵在高速上。小雪把碗收了起来。 | 小雪",
                "阿岩葬在后山。小雪每年都去。 | 小雪",
                "明月当空，小雪推开了窗。 | 小雪",
                "明月推开门，小雪抬起头。 | 小雪, 明月",
                "明月抱着琵琶，坐在小雪身边。 | 小雪, 明月",
                "小雪纷飞，阿岩裹紧了外衣。 | 阿岩",
                "レンから電話があった。ハルは皿を片づけた。 | ハル",
                "レンは電話を置いた。ハルが笑った。 | ハル, レン",
                "レンが駅から電話してきた。ハルは傘を探す。 | ハル"
            })
    void scripts_without_blanks_tell_it_likewise(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    private static String cast(String text) throws CannotComposeException {
        return Stories.of("Mira", "Tobin", "Мира", "Тобин", "小雪", "阿岩", "明月", "ハル", "レン")
                .says("gm", text)
                .cast();
    }
}
