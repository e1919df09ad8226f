package dev.limner.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limner.app.Installation;
import dev.limner.image.a1111.FakeA1111;
import dev.limner.image.a1111.FakeKind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A scene drawn by an image server, as a person sees it. */
class ImageServerTest {
    @TempDir
    Path data;

    @BeforeEach
    void browserIsThere() {
        assumeTrue("true".equals(System.getenv("CI")) || Browser.isInstalled(), "no Chromium here; CI has one");
    }

    @Test
    void an_image_server_draws_the_scene_with_the_words_of_its_family() throws Exception {
        try (FakeA1111 server = new FakeA1111(FakeKind.FORGE).start();
                Installation limner = Installation.start(data, "IMAGE_BACKENDS=a1111=" + server.address());
                Browser browser = visiting(limner)) {
            browser.type("#text", "/scene", Keys.ENTER);
            browser.see(".miniature img");
            browser.picture("image-server");

            assertThat(server.requests())
                    .anySatisfy(request -> assertThat(request.path("prompt").asText())
                            .contains("ink wash illustration")
                            .doesNotContain("<be-"));
        }
    }

    @Test
    void a_server_that_is_down_is_told_to_whoever_asked_with_what_to_do() throws Exception {
        FakeA1111 gone = new FakeA1111(FakeKind.A1111).start();
        String address = gone.address().toString();
        gone.close();
        try (Installation limner = Installation.start(data, "IMAGE_BACKENDS=a1111=" + address);
                Browser browser = visiting(limner)) {
            browser.type("#text", "/scene", Keys.ENTER);
            browser.until(d -> d.findElements(By.cssSelector(".message.bot")).stream()
                            .anyMatch(message -> message.getText().contains("I could not draw"))
                    ? Boolean.TRUE
                    : null);
            browser.picture("image-server-down");

            assertThat(browser.driver().getPageSource()).doesNotContain(address);
        }
    }

    private static Browser visiting(Installation limner) {
        Browser browser = new Browser();
        browser.open(limner.webchat(), 1280, 860);
        browser.click("#load-sample");
        browser.until(d -> browser.count(".message.person, .message.proxy") >= 6 ? Boolean.TRUE : null);
        browser.until(d -> browser.count(".note") >= 1 ? Boolean.TRUE : null);
        return browser;
    }
}
