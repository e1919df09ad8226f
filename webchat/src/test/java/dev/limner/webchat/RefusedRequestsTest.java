package dev.limner.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.PlannedMessage;
import dev.limner.command.CommandCatalog;
import dev.limner.webchat.transcript.SqlTranscript;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be taken is refused with the fault and a way out, and changes nothing. */
class RefusedRequestsTest extends AtThePage {
    private static final String MESSAGES = "/api/rooms/main/messages";

    @Test
    void half_a_character_and_too_much_text_are_refused_with_the_reason() {
        assertThat(say("x".repeat(20_001)).text()).contains("20001", "20000");
        var half = raw("{\"person\":\"you\",\"text\":\"a\\ud83d\"}");
        assertThat(half.status()).isEqualTo(422);
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u0000', '\u0007', '\u001b', '\u0085'})
    void a_control_character_in_a_story_is_refused_with_its_place(char control) {
        Browser.Answer answer = say("Mira says: The " + control + "rain falls.");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("U+%04X".formatted((int) control), "after “Mira says: The”");
        assertThat(events).isEmpty();
        assertThat(browser.get(MESSAGES).path("messages")).isEmpty();
    }

    @Test
    void an_edit_to_what_cannot_be_taken_leaves_the_message_as_it_was() {
        String id = say("The rain falls.").json().path("id").asText();

        Browser.Answer edited =
                browser.post(MESSAGES + "/" + id + "/edit", Map.of("person", "you", "text", "The rain\u0000 fell."));

        assertThat(edited.status()).isEqualTo(422);
        assertThat(browser.get(MESSAGES).at("/messages/0/text").asText()).isEqualTo("The rain falls.");
    }

    @Test
    void line_breaks_and_tabs_are_text() {
        assertThat(say("One\r\n\ttwo").json().path("text").asText()).isEqualTo("One\n\ttwo");
    }

    @Test
    void a_control_character_is_refused_in_names_and_commands() {
        var named = browser.post("/api/people", Map.of("name", "S\u0007am", "moderator", false));
        var command = browser.post(
                "/api/rooms/main/commands", Map.of("person", "you", "text", "/character set Mi\u0000ra an elf"));

        assertThat(named.status()).isEqualTo(422);
        assertThat(named.text()).contains("control character", "U+0007");
        assertThat(command.status()).isEqualTo(422);
        assertThat(command.text()).contains("control character", "U+0000");
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u202e', '\u2066', '\ufeff'})
    void a_name_cannot_turn_what_stands_around_it(char mark) {
        var person = browser.post("/api/people", Map.of("name", "Sam" + mark, "moderator", false));
        var character = browser.post(
                "/api/people", Map.of("name", "Sam", "moderator", false, "characters", List.of("Mi" + mark + "ra")));

        for (Browser.Answer answer : List.of(person, character)) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("A name may have no unseen marks", "U+%04X".formatted((int) mark));
        }
        assertThat(browser.get("/api/session").path("people")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"person\":\"you\",\"text\":\"x\",\"admin\":true} | There is no field “admin” here",
                "{\"person\":\"you\",\"text\":\"x\",\"text\":\"y\"} | Duplicate field 'text'",
                "{\"person\":\"you\",\"text\":5} | The field “text” must be a text",
                "{\"person\":\"you\",\"text\":1.5} | The field “text” must be a text",
                "{\"person\":\"you\",\"text\":true} | The field “text” must be a text",
                "{\"person\":\"you\",\"text\":[\"x\"]} | The field “text” must be a text",
                "{\"person\":{},\"text\":\"x\"} | The field “person” must be a text",
                "[] | one JSON object",
                "\"you\" | one JSON object",
                "null | The request is empty",
                "{\"person\":\"you\" | no valid JSON",
                "{\"person\":\"you\",\"text\":\"x\"} {} | must be one JSON object",
                "{\"person\":\"you\"} | lacks the field text"
            })
    void a_body_that_is_not_as_expected_is_refused_by_its_fault(String body, String fault) {
        Browser.Answer answer = raw(body);

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.json().path("error").asText()).contains(fault);
        assertThat(events).isEmpty();
    }

    @Test
    void a_switch_is_no_text_and_a_list_no_number() {
        assertThat(browser.post("/api/people", Map.of("name", "Sam", "moderator", "true"))
                        .text())
                .contains("“moderator” must be true or false");
        assertThat(browser.post("/api/people", Map.of("name", "Sam", "moderator", false, "characters", 1))
                        .text())
                .contains("“characters” must be a list of texts");
    }

    @Test
    void a_name_that_a_person_does_not_post_under_is_refused_with_the_way_to_add_it() {
        Browser.Answer answer = browser.post(MESSAGES, Map.of("person", "you", "text", "x", "character", "Mira"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("Mira", "Edit").doesNotContain("You does");
    }

    @Test
    void what_a_form_is_refused_for_goes_to_the_form_so_that_its_text_stays() throws Exception {
        chat.close();
        chat = new WebChat(
                0, folder.resolve("uploads"), new SqlTranscript(database), new PlainView(), InstantSource.system());
        chat.start(
                event -> {
                    if (event instanceof FormSubmitted form && form.value().isBlank()) {
                        return CompletableFuture.runAsync(() -> refuse(form, "Nothing is left to draw."));
                    }
                    return CompletableFuture.completedFuture(null);
                },
                CommandCatalog.standard());
        browser.close();
        browser = new Browser(chat.address());

        Browser.Answer refused = submit(" ");
        Browser.Answer taken = submit("a paper boat");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("error").asText()).isEqualTo("Nothing is left to draw.");
        assertThat(browser.told("note")).isEmpty();
        assertThat(taken.status()).isEqualTo(200);
    }

    private static void refuse(FormSubmitted form, String why) {
        try {
            form.responder().refuse(new PlannedMessage(why, List.of(), List.of(), null, null));
        } catch (dev.limner.chat.ChatException e) {
            throw new AssertionError(e);
        }
    }

    private Browser.Answer submit(String value) {
        return browser.post("/api/rooms/main/forms", Map.of("person", "you", "form", "edit:1", "value", value));
    }

    private Browser.Answer say(String text) {
        return browser.post(MESSAGES, Map.of("person", "you", "text", text));
    }

    private Browser.Answer raw(String body) {
        return browser.send(browser.own(MESSAGES).post(RequestBody.create(body, MediaType.parse("application/json"))));
    }
}
