package dev.limner.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.MessageDeleted;
import dev.limner.chat.ChatEvent.MessageEdited;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatListener;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.UserRef;
import dev.limner.command.CommandCatalog;
import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import dev.limner.webchat.transcript.SqlTranscript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said is not lost, on either side, whenever the process ends. */
class RestartTest {
    private static final String MESSAGES = "/api/rooms/main/messages";

    @TempDir
    Path folder;

    private final List<ChatEvent> kept = new CopyOnWriteArrayList<>();
    private Database database;
    private WebChat chat;
    private Browser browser;
    private boolean keeps = true;

    @BeforeEach
    void begin() throws Exception {
        database = Database.open(StorageSettings.in(folder, "webchat"));
        chat = new WebChat(
                0, folder.resolve("uploads"), new SqlTranscript(database), new PlainView(), InstantSource.system());
        ChatListener listener = event -> {
            if (!keeps) {
                return CompletableFuture.failedFuture(new IllegalStateException("not kept"));
            }
            kept.add(event);
            return CompletableFuture.completedFuture(null);
        };
        chat.start(listener, CommandCatalog.standard());
        browser = new Browser(chat.address());
    }

    @AfterEach
    void end() {
        browser.close();
        chat.close();
        database.close();
    }

    private void restart() throws Exception {
        end();
        begin();
    }

    @Test
    void the_room_is_as_it_was() throws Exception {
        say("first", "n1");
        String second = say("second", "n2").json().path("id").asText();
        browser.post(MESSAGES + "/" + second + "/edit", Map.of("person", "you", "text", "second, edited"));

        restart();

        JsonNode page = browser.get(MESSAGES);
        assertThat(page.path("messages"))
                .extracting(m -> m.path("text").asText())
                .containsExactly("first", "second, edited");
        assertThat(kept).hasSize(3);
    }

    @Test
    void a_message_that_the_listener_did_not_keep_is_told_again() throws Exception {
        keeps = false;
        assertThat(say("lost?", "n1").status()).isEqualTo(503);
        keeps = true;

        restart();

        assertThat(kept)
                .singleElement()
                .isInstanceOfSatisfying(
                        MessagePosted.class, posted -> assertThat(posted.text()).isEqualTo("lost?"));
    }

    @Test
    void a_message_sent_again_with_its_nonce_is_kept_and_stands_once() {
        keeps = false;
        say("lost?", "n1");
        keeps = true;

        assertThat(say("lost?", "n1").status()).isEqualTo(200);
        assertThat(say("lost?", "n1").status()).isEqualTo(200);

        assertThat(kept).hasSize(1);
        assertThat(browser.get(MESSAGES).path("messages")).hasSize(1);
    }

    @Test
    void an_edit_and_a_deletion_that_were_not_kept_are_told_again() throws Exception {
        String edited = say("one", "n1").json().path("id").asText();
        String deleted = say("two", "n2").json().path("id").asText();
        kept.clear();
        keeps = false;
        browser.post(MESSAGES + "/" + edited + "/edit", Map.of("person", "you", "text", "one, edited"));
        browser.post(MESSAGES + "/" + deleted + "/delete", Map.of("person", "you"));
        keeps = true;

        restart();

        assertThat(kept).hasSize(2);
        assertThat(kept.get(0))
                .isInstanceOfSatisfying(
                        MessageEdited.class, e -> assertThat(e.text()).isEqualTo("one, edited"));
        assertThat(kept.get(1)).isInstanceOf(MessageDeleted.class);
    }

    @Test
    void a_person_who_is_forgotten_leaves_nothing_in_the_room_and_others_stay() throws Exception {
        browser.post(
                "/api/people", Map.of("id", "you", "name", "You", "moderator", true, "characters", List.of("Mira")));
        String other = browser.post("/api/people", Map.of("name", "Sam", "moderator", false))
                .json()
                .path("id")
                .asText();
        String own = say("mine", "n1").json().path("id").asText();
        String proxied = browser.post(MESSAGES, Map.of("person", "you", "character", "Mira", "text", "*waves*"))
                .json()
                .path("id")
                .asText();
        browser.post(MESSAGES, Map.of("person", other, "text", "another's"));
        MessageRef picture = chat.send(WebChat.MAIN, new PlannedMessage("Scene", List.of(), List.of(), null, "p"));

        List<MessageRef> gone = chat.history().orElseThrow().forget(new UserRef(WebChat.ID, "you"), List.of(picture));

        assertThat(gone).extracting(MessageRef::id).containsExactly(own, proxied);
        assertThat(browser.get(MESSAGES).path("messages"))
                .singleElement()
                .satisfies(left -> assertThat(left.path("text").asText()).isEqualTo("another's"));
        restart();
        assertThat(browser.get(MESSAGES).path("messages")).hasSize(1);
    }

    @Test
    void only_its_writer_changes_a_message() {
        String other = browser.post("/api/people", Map.of("name", "Sam", "moderator", true))
                .json()
                .path("id")
                .asText();
        String id = say("mine", "n1").json().path("id").asText();

        assertThat(browser.post(MESSAGES + "/" + id + "/edit", Map.of("person", other, "text", "yours"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.get(MESSAGES).path("messages").get(0).path("text").asText())
                .isEqualTo("mine");
    }

    @Test
    void files_on_their_way_do_not_outlive_a_process_that_was_killed() throws Exception {
        Path uploads = folder.resolve("uploads");
        Files.writeString(uploads.resolve("left behind"), "x");

        restart();

        assertThat(uploads).isEmptyDirectory();
        browser.send(browser.own("/api/uploads?name=a.png").post(RequestBody.create(new byte[] {1})));
        assertThat(uploads).isNotEmptyDirectory();
    }

    @Test
    void a_long_conversation_comes_in_pages() {
        for (int i = 0; i < 130; i++) {
            say("line " + i, "n" + i);
        }

        JsonNode newest = browser.get(MESSAGES);
        assertThat(newest.path("messages")).hasSize(100);
        assertThat(newest.path("more").asBoolean()).isTrue();
        long first = newest.path("messages").get(0).path("position").asLong();
        JsonNode older = browser.get(MESSAGES + "?before=" + first);
        assertThat(older.path("messages")).hasSize(30);
        assertThat(older.path("more").asBoolean()).isFalse();
        assertThat(older.path("messages").get(29).path("text").asText()).isEqualTo("line 29");
    }

    @Test
    void the_sample_story_is_told_with_commands_and_messages() {
        Browser.Answer answer = browser.post("/api/rooms/main/sample", Map.of("person", "you"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(kept)
                .filteredOn(ChatEvent.CommandInvoked.class::isInstance)
                .extracting(
                        e -> ((ChatEvent.CommandInvoked) e).invocation().spec().path())
                .containsSubsequence("avatar add", "character set", "style save", "style set", "story on");
        assertThat(kept).filteredOn(MessagePosted.class::isInstance).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void who_is_there_already_under_a_name_of_the_sample_stays_what_they_are() {
        browser.post("/api/people", Map.of("name", "Ines", "moderator", true, "characters", List.of("Lyra")));

        browser.post("/api/rooms/main/sample", Map.of("person", "you"));

        JsonNode ines = browser.get("/api/session").at("/people/1");
        assertThat(ines.path("name").asText()).isEqualTo("Ines");
        assertThat(ines.path("moderator").asBoolean()).isTrue();
        assertThat(ines.path("characters")).extracting(JsonNode::asText).containsExactly("Lyra", "Mira");
    }

    @Test
    void the_sample_story_can_be_told_again_and_a_telling_that_is_asked_for_twice_stands_there_once() {
        tell("first");
        tell("first");
        assertThat(kept).filteredOn(MessagePosted.class::isInstance).hasSize(7);

        tell("second");
        assertThat(kept).filteredOn(MessagePosted.class::isInstance).hasSize(14);
        browser.post("/api/rooms/main/sample", Map.of("person", "you"));
        assertThat(kept).filteredOn(MessagePosted.class::isInstance).hasSize(21);
    }

    private void tell(String nonce) {
        assertThat(browser.post("/api/rooms/main/sample", Map.of("person", "you", "nonce", nonce))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void only_its_owner_may_read_what_is_on_its_way() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path uploads = folder.resolve("uploads");
        Files.setPosixFilePermissions(uploads, PosixFilePermissions.fromString("rwxr-xr-x"));

        restart();
        browser.send(browser.own("/api/uploads?name=a.png").post(RequestBody.create(new byte[] {1})));

        assertThat(permissions(uploads)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(uploads)) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Browser.Answer say(String text, String nonce) {
        return browser.post(MESSAGES, Map.of("person", "you", "text", text, "nonce", nonce));
    }
}
