package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.FakePlatform;
import dev.limner.chat.FakeUser;
import dev.limner.command.OptionSpec;
import dev.limner.image.Network;
import dev.limner.image.Pictures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NetworksInChatTest {
    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    @Test
    void what_the_operator_listed_is_shown_with_the_avatars() {
        room.sam().type("/avatar list", List.of());

        assertThat(room.lastAnswer(room.sam())).contains("<be-lora:ink:0.7>");
    }

    @Test
    void a_lora_that_a_tag_names_reaches_the_server_under_its_file_and_what_was_not_used_is_told() {
        room.sam().type("/imagine a lighthouse <be-lora:ink:0.8>", List.of());
        room.picture(1);

        Network network = room.backend().requests().get(0).networks().get(0);
        assertThat(network.kind()).isEqualTo(Network.Kind.LORA);
        assertThat(network.file()).isEqualTo("InkPen_v2");
        assertThat(network.weight()).isEqualTo(0.8);
        assertThat(room.backend().requests().get(0).composition().prompt()).isEqualTo("a lighthouse.");

        assertThat(room.sam().sees()).anySatisfy(seen -> assertThat(seen.text()).contains("Not used: LoRA ink"));
    }

    @Test
    void what_the_operator_listed_completes_tags_beside_the_avatars() {
        room.mod().type("/avatar add face mira", List.of(FakeUser.file("mira.png", Pictures.png(256, 256))));
        room.lastAnswer(room.mod());

        assertThat(completed("")).containsExactly("<be-face:mira:0.3>", "<be-lora:ink:0.7>");
        assertThat(completed("<be-lo")).containsExactly("<be-lora:ink:0.7>");
        assertThat(completed("INK")).containsExactly("<be-lora:ink:0.7>");
        assertThat(completed("<be-face:mira:0.2> <be-l")).containsExactly("<be-face:mira:0.2> <be-lora:ink:0.7>");
        assertThat(completed("<be-face:mira:0.2>i"))
                .containsExactly("<be-face:mira:0.2><be-face:mira:0.3>", "<be-face:mira:0.2><be-lora:ink:0.7>");
        assertThat(completed("oil")).isEmpty();
    }

    @Test
    void what_is_completed_is_never_longer_than_the_option_takes() {
        OptionSpec tags = tags();

        assertThat(completed("x".repeat(tags.max() - 10) + " ")).isEmpty();
    }

    private List<String> completed(String typed) {
        return room.core().listener().suggestions(FakePlatform.ROOM, tags(), typed, 25);
    }

    private OptionSpec tags() {
        return room.core()
                .catalog()
                .find("character", "set")
                .flatMap(spec -> spec.option("tags"))
                .orElseThrow();
    }

    @Test
    void one_that_is_not_listed_is_refused() {
        room.sam().type("/imagine a lighthouse <be-lora:oil:0.8>", List.of());

        assertThat(room.lastAnswer(room.sam())).contains("listed no LoRA", "ink");
    }
}
