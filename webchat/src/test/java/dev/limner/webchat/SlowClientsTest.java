package dev.limner.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.Attachment;
import dev.limner.chat.Content;
import dev.limner.chat.PlannedMessage;
import dev.limner.command.CommandCatalog;
import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import dev.limner.webchat.transcript.SqlTranscript;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are slow, by fault or by ill will, hold up nobody else. */
class SlowClientsTest {
    private static final int MANY = 100;

    @TempDir
    Path folder;

    private final List<Socket> slow = new ArrayList<>();
    private Database database;
    private WebChat chat;
    private Browser browser;

    @BeforeEach
    void begin() throws Exception {
        database = Database.open(StorageSettings.in(folder, "webchat"));
        chat = new WebChat(
                0, folder.resolve("uploads"), new SqlTranscript(database), new PlainView(), InstantSource.system());
        chat.start(event -> CompletableFuture.completedFuture(null), CommandCatalog.standard());
        browser = new Browser(chat.address());
    }

    @AfterEach
    void end() throws Exception {
        for (Socket socket : slow) {
            socket.close();
        }
        browser.close();
        chat.close();
        database.close();
    }

    @Test
    void connections_on_which_nothing_is_asked() throws Exception {
        for (int i = 0; i < 2 * MANY; i++) {
            connect();
        }

        everybodyElseIsServed();
    }

    @Test
    void requests_whose_head_never_ends() throws Exception {
        for (int i = 0; i < MANY; i++) {
            ask("GET / HTTP/1.1\r\nHost: " + host() + "\r\nX-More: ");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> busy() >= MANY);

        everybodyElseIsServed();
    }

    @Test
    void pictures_that_are_asked_for_and_not_read() throws Exception {
        Attachment large = new Attachment("large.png", "image/png", Content.of(new byte[8 << 20]), "", false);
        chat.send(WebChat.MAIN, new PlannedMessage("", List.of(large), List.of(), null, null));
        String picture = browser.get("/api/rooms/main/messages")
                .at("/messages/0/pictures/0/url")
                .asText();
        for (int i = 0; i < 20; i++) {
            ask("GET " + picture + " HTTP/1.1\r\nHost: " + host() + "\r\nCookie: " + browser.cookie + "\r\n\r\n");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> busy() >= 20);

        everybodyElseIsServed();
    }

    @Test
    void a_listener_that_is_gone_without_a_word_gives_up_its_place() throws Exception {
        chat.close();
        chat = new WebChat(
                0,
                folder.resolve("uploads"),
                new SqlTranscript(database),
                new PlainView(),
                InstantSource.system(),
                Duration.ofMillis(300));
        chat.start(event -> CompletableFuture.completedFuture(null), CommandCatalog.standard());
        browser.close();
        browser = new Browser(chat.address());
        Socket gone = connect();
        gone.setSoTimeout(60_000);

        gone.getOutputStream()
                .write(("GET /api/rooms/main/events HTTP/1.1\r\nHost: " + host() + "\r\nCookie: " + browser.cookie
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));

        String told = new String(gone.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(told).contains("event: hello", "event: again").endsWith("0\r\n\r\n");
        everybodyElseIsServed();
    }

    private void everybodyElseIsServed() {
        assertThat(browser.send(browser.own("/")).status()).isEqualTo(200);
        assertThat(browser.post("/api/rooms/main/messages", Map.of("person", "you", "text", "hello"))
                        .status())
                .isEqualTo(200);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        slow.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), chat.address().getPort()));
        return socket;
    }

    private void ask(String start) throws IOException {
        connect().getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
    }

    private String host() {
        return chat.address().getAuthority();
    }

    /** Threads that are at a request. */
    private static long busy() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(e -> e.getKey().getName().matches("webchat-[0-9]+"))
                .filter(e -> List.of(e.getValue()).toString().contains("ServerImpl$Exchange.run"))
                .count();
    }
}
