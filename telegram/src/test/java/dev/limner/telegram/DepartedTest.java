package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.chat.ChatException;
import dev.limner.chat.CommunityRef;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Refusal;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups that the bot was taken out of while nobody listened, for longer than Telegram keeps that to tell. */
class DepartedTest {
    private static final CommunityRef GROUP = community(Rig.GROUP);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void begin() {
        rig = new Rig(folder);
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private static CommunityRef community(long chat) {
        return new CommunityRef(Telegram.ID, Long.toString(chat));
    }

    @Test
    void are_told_from_those_that_it_is_in_that_moved_that_it_never_saw_and_from_private_chats() throws Exception {
        var methods = rig.api().methods();
        methods.chat(-1, "supergroup", "Thrown out");
        methods.botIs(-1, "kicked");
        methods.chat(-2, "group", "Gone");
        methods.botIs(-2, "left");
        methods.chat(-3, "group", "Small");
        methods.migrate(-3, -1003);

        assertThat(rig.telegram()
                        .left(Set.of(
                                GROUP, community(-1), community(-2), community(-3), community(-1004), community(12))))
                .containsExactlyInAnyOrder(community(-1), community(-2));
    }

    @Test
    void are_told_though_telegram_does_not_tell_of_one_of_them() throws Exception {
        for (long group = -1; group >= -3; group--) {
            rig.api().methods().chat(group, "supergroup", "Thrown out");
            rig.api().methods().botIs(group, "kicked");
        }
        rig.api().fail("getChatMember", Fault.of(Refusal.tooMany(5)));

        assertThat(rig.telegram().left(Set.of(community(-1), community(-2), community(-3))))
                .hasSize(2);
    }

    @Test
    void are_not_known_while_telegram_does_not_answer() {
        for (Fault fault : new Fault[] {
            Fault.of(Fault.Kind.HTML_502), Fault.of(Refusal.tooMany(5)), Fault.of(new Refusal(401, "Unauthorized"))
        }) {
            rig.api().fail("getChatMember", fault);

            assertThatThrownBy(() -> rig.telegram().left(Set.of(GROUP))).isInstanceOf(ChatException.class);
        }
    }
}
