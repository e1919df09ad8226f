package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names with the endings of languages that have many, in texts of such a language and not in others. */
class CaseEndingsTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Annan kädet tärisevät, ja hän antaa lyhdyn Eerolle. | Anna, Eero",
                "Pekan takki on märkä, mutta Virtasella on toinen. | Pekka, Virtanen",
                "Katalinnak remeg a keze. Bencével emelik, Mártonnal viszik. | Bence, Katalin, Márton",
                "Gergőt hívják, és Annát is. | Anna, Gergő",
                "Ilze pasniedz Jānim laternu, un viņa smaida. | Ilze, Jānis",
                "Austėja paduoda Jonui žibintą, ir jis yra alkanas. | Austėja, Jonas",
                "Ozanın eli titriyor. Zeynebin gözleri doğru söylüyor. | Ozan, Zeynep",
                "Anna weighs the lantern. Marta laughs, and Annalise too. | Anna",
                "anns got the keys again | Ann",
                "Anns hands shake. | Ann",
            })
    void a_name_is_known_in_its_endings(String text, String cast) throws CannotComposeException {
        Stories story = Stories.story();
        for (String name : new String[] {
            "Anna",
            "Ann",
            "Eero",
            "Pekka",
            "Virtanen",
            "Katalin",
            "Bence",
            "Márton",
            "Gergő",
            "Ilze",
            "Jānis",
            "Austėja",
            "Jonas",
            "Ozan",
            "Zeynep",
            "Mar"
        }) {
            story.names(name);
        }
        String[] found = story.says("gm", text).compose().cast().toArray(new String[0]);
        Arrays.sort(found);
        assertThat(String.join(", ", found)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "민지는 수빈의 편지를 읽는다. | 민지",
                "민지는 수빈을 기다린다. | 민지",
                "수빈이 떠난 지 3년. 민지는 창밖을 본다. | 민지",
                "수빈에게 전화를 건다. 민지가 웃는다. | 민지",
                "수빈이 편지를 읽는다. 민지가 웃는다. | 민지, 수빈",
                "민지가 수빈의 손을 잡는다. | 민지, 수빈",
            })
    void in_korean_the_ending_tells_who_is_there(String text, String cast) throws CannotComposeException {
        Stories story = Stories.story().names("민지").names("수빈");
        String[] found = story.says("gm", text).compose().cast().toArray(new String[0]);
        Arrays.sort(found);
        assertThat(String.join(", ", found)).isEqualTo(cast);
    }
}
