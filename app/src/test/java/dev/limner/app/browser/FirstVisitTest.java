package dev.limner.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.app.Installation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a newcomer does first, in a real Chromium against the whole product. */
class FirstVisitTest extends InTheRoom {
    @Test
    void the_sample_story_becomes_a_picture() {
        browser.see("#empty");
        browser.picture("empty-light");
        browser.click("#load-sample");
        browser.until(d -> browser.count(".message.person, .message.proxy") >= 6 ? Boolean.TRUE : null);
        browser.see("#text");
        browser.picture("sample-light");

        browser.type("#text", "/scene", Keys.ENTER);
        WebElement picture = browser.see(".miniature img");

        assertThat(picture.getAttribute("alt")).contains("Mira");
        browser.until(d -> width(picture) > 0 ? Boolean.TRUE : null);
        assertThat(labels()).containsExactly("Reroll", "Edit prompt", "Prompt", "Delete");
        browser.picture("picture-light");

        browser.resize(1280, 1180);
        browser.picture("picture-tall");
        browser.click("#theme-toggle");
        browser.picture("picture-dark");
    }

    @Test
    void the_picture_is_still_there_after_a_restart_and_its_buttons_work() throws Exception {
        browser.click("#load-sample");
        browser.until(d -> browser.count(".message.person, .message.proxy") >= 6 ? Boolean.TRUE : null);
        browser.type("#text", "/scene", Keys.ENTER);
        browser.see(".miniature img");

        limner.close();
        limner = Installation.start(data);
        browser.open(limner.webchat(), 390, 844);
        browser.see(".miniature img");
        browser.picture("picture-phone");
        press("Reroll");

        browser.until(d -> browser.count(".miniature img") >= 2 ? Boolean.TRUE : null);
    }

    @Test
    void a_wrong_command_is_explained_to_whoever_typed_it_and_the_panel_shows_who_is_known() {
        browser.click("#load-sample");
        browser.until(d -> browser.count(".message.person, .message.proxy") >= 6 ? Boolean.TRUE : null);
        browser.type("#text", "/scnee", Keys.ENTER);
        browser.until(d -> d.findElements(By.cssSelector(".note")).stream()
                        .anyMatch(note -> note.getText().contains("/scene"))
                ? Boolean.TRUE
                : null);
        browser.type("#text", Keys.ARROW_UP);
        assertThat(browser.see("#text").getDomProperty("value")).isEqualTo("/scnee");
        browser.see("#text").clear();

        browser.driver().navigate().refresh();
        WebElement told = browser.see(".note");
        assertThat(told.getText()).contains("/scene");
        browser.until(d -> browser.count(".message") >= 6 ? Boolean.TRUE : null);
        assertThat(browser.driver().findElements(By.cssSelector(".note ~ .message")))
                .as("the note stands where it stood: behind what was said before")
                .isEmpty();

        browser.click("#tab-characters");
        browser.until(d -> browser.count("[data-character]") >= 3 ? Boolean.TRUE : null);
        browser.picture("panel-characters");
        browser.click("#tab-avatars");
        browser.until(d -> browser.count("[data-avatar]") >= 2 ? Boolean.TRUE : null);
        browser.picture("panel-avatars");
        browser.click("#tab-prompt");
        browser.see("#prompt-text");
        browser.picture("panel-prompt");
    }

    @Test
    void a_prompt_that_is_refused_stays_in_its_form_with_the_reason() {
        browser.see("#empty");
        browser.type("#text", "/imagine a lighthouse", Keys.ENTER);
        browser.see(".miniature img");
        press("Edit prompt");
        WebElement field = browser.see("#form-value");
        field.clear();
        field.sendKeys("a paper boat <be-face:nobody:0.3>");
        browser.click("#form-submit");

        WebElement problem = browser.see("#form-problem");
        assertThat(problem.getText()).contains("nobody");
        assertThat(field.getDomProperty("value")).isEqualTo("a paper boat <be-face:nobody:0.3>");
        browser.picture("form-refused");

        field.clear();
        field.sendKeys("a paper boat");
        browser.click("#form-submit");
        browser.until(d -> browser.count(".miniature img") >= 2 ? Boolean.TRUE : null);
        assertThat(field.isDisplayed()).isFalse();
    }

    private void press(String label) {
        browser.until(d -> browser.driver().findElements(By.cssSelector("[data-button]")).stream()
                .filter(b -> b.getText().equals(label))
                .findFirst()
                .map(b -> {
                    b.click();
                    return Boolean.TRUE;
                })
                .orElse(null));
    }

    private List<String> labels() {
        return browser.driver().findElements(By.cssSelector("[data-button]")).stream()
                .map(WebElement::getText)
                .filter(t -> !t.isBlank())
                .toList();
    }

    private static long width(WebElement image) {
        String natural = image.getDomProperty("naturalWidth");
        return natural == null ? 0 : Long.parseLong(natural);
    }
}
