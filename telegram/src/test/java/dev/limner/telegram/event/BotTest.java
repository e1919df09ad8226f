package dev.limner.telegram.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

class BotTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private static boolean isOut(String member) throws Exception {
        return Bot.isOut(JSON.readValue(
                "{\"user\":{\"id\":7,\"is_bot\":true,\"first_name\":\"Limner\"}," + member + "}", ChatMember.class));
    }

    @Test
    void is_out_where_it_left_was_thrown_out_or_is_restricted_and_no_member() throws Exception {
        assertThat(isOut("\"status\":\"left\"")).isTrue();
        assertThat(isOut("\"status\":\"kicked\",\"until_date\":0")).isTrue();
        assertThat(isOut("\"status\":\"restricted\",\"is_member\":false")).isTrue();
    }

    @Test
    void is_in_as_a_member_also_a_restricted_one() throws Exception {
        assertThat(isOut("\"status\":\"member\"")).isFalse();
        assertThat(isOut("\"status\":\"restricted\",\"is_member\":true")).isFalse();
    }
}
