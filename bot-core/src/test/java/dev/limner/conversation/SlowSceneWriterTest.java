package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.scenewriter.SceneWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class SlowSceneWriterTest {

    @Test
    void prompt_does_not_hold_up_its_channel_while_the_scene_writer_thinks() throws Exception {
        CountDownLatch thought = new CountDownLatch(1);
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                    thought.await();
                    return new MockResponse.Builder()
                            .body("{\"choices\":[{\"message\":{\"content\":"
                                    + "\"{\\\"description\\\":\\\"A lantern over dark water.\\\"}\"}}]}")
                            .build();
                }
            });
            server.start();
            CoreRoom room =
                    new CoreRoom(new SceneWriter(new OkHttpClient(), server.url("/"), "", null, Duration.ofMinutes(5)));
            room.open();
            try {
                room.story();
                room.mod().type("/prompt", List.of());
                room.sam().type("/help", List.of());
                await().until(() -> room.sam().answers().stream()
                        .anyMatch(seen -> seen.text().contains("/scene")));
                assertThat(room.mod().answers()).noneMatch(seen -> seen.text().contains("dark water"));
                thought.countDown();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> room.mod().answers().stream()
                                .anyMatch(seen -> seen.text().contains("A lantern over dark water.")));
            } finally {
                thought.countDown();
                room.close();
            }
        }
    }
}
