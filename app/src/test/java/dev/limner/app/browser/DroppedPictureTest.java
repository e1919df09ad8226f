package dev.limner.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A picture that is dragged onto the page, in a real Chromium against the whole product. */
class DroppedPictureTest extends InTheRoom {
    /** What the browser itself sends for a file that is let go above the page. */
    private static final String DROP = """
            const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([bytes], arguments[1], { type: 'image/png' }));
            for (const kind of ['dragenter', 'dragover', 'drop']) {
              document.querySelector('#log').dispatchEvent(
                new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
            }
            """;

    @BeforeEach
    void waitForTheRoom() {
        browser.until(d -> d.findElement(By.id("voice")).getText().isBlank() ? null : Boolean.TRUE);
    }

    @Test
    void it_becomes_an_avatar_under_the_name_of_its_file() throws Exception {
        drop(portrait(), "Old Harbour.png");

        WebElement name = browser.see("#avatar-name");
        assertThat(name.getDomProperty("value")).isEqualTo("old-harbour");
        browser.picture("drop-dialog");
        browser.click("#avatar-add");
        browser.click("#tab-avatars");
        WebElement shown = browser.see("[data-avatar='old-harbour'] img");
        browser.until(d -> "80".equals(shown.getDomProperty("naturalWidth")) ? Boolean.TRUE : null);
        assertThat(browser.count("dialog[open]")).isZero();
    }

    @Test
    void as_an_avatar_it_is_described_and_deleted_where_it_is_shown() throws Exception {
        drop(portrait(), "harbour.png");
        browser.click("#avatar-add");
        browser.click("#tab-avatars");

        browser.click("[data-avatar='harbour'] [data-action='describe']");
        browser.type("#form-value", "a harbour at dusk, \"the old one\"");
        browser.click("#form-submit");
        browser.until(d -> d.findElement(By.cssSelector("[data-avatar='harbour']"))
                        .getText()
                        .contains("a harbour at dusk")
                ? Boolean.TRUE
                : null);
        browser.click("[data-avatar='harbour'] [data-action='delete']");
        assertThat(browser.see("#confirm-title").getText()).isEqualTo("Delete the avatar harbour?");
        browser.click("#confirm-delete");

        browser.until(d -> browser.count("[data-avatar='harbour']") == 0 ? Boolean.TRUE : null);
    }

    @Test
    void beside_a_command_it_goes_with_that_command() throws Exception {
        browser.type("#text", "/avatar add style harbour");
        drop(portrait(), "sketch.png");
        assertThat(browser.see("#attachment-name").getText()).isEqualTo("sketch.png");
        browser.type("#text", Keys.ENTER);

        browser.click("#tab-avatars");
        assertThat(browser.see("[data-avatar='harbour']").getText()).contains("style");
    }

    @Test
    void a_text_that_calls_itself_a_picture_is_refused_with_the_reason() {
        drop("This is no picture.".getBytes(StandardCharsets.UTF_8), "mira.png");
        browser.click("#avatar-add");

        assertThat(browser.see(".note .words").getText()).contains("PNG");
        browser.click("#tab-avatars");
        assertThat(browser.count("[data-avatar]")).isZero();
    }

    private void drop(byte[] bytes, String name) {
        ((JavascriptExecutor) browser.driver())
                .executeScript(DROP, Base64.getEncoder().encodeToString(bytes), name);
    }

    private static byte[] portrait() throws IOException {
        BufferedImage image = new BufferedImage(80, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillOval(10, 10, 60, 80);
        brush.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
