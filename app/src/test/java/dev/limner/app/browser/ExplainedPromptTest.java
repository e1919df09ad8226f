package dev.limner.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The panel shows in a real Chromium which words of a prompt are whose, each kind in a colour of its own. */
class ExplainedPromptTest extends InTheRoom {
    private static final String CLEAR = "rgba(0, 0, 0, 0)";

    @Test
    void the_words_of_the_story_and_of_the_characters_are_coloured_apart_and_the_legend_tells_which_is_which() {
        browser.click("#load-sample");
        browser.until(d -> browser.count(".message.person, .message.proxy") >= 6 ? Boolean.TRUE : null);
        browser.click("#tab-prompt");
        browser.see("#prompt-text .scene");
        String character = colour("#prompt-text .character");
        String scene = colour("#prompt-text .scene");

        assertThat(browser.see("#prompt-text .character").getDomAttribute("title"))
                .startsWith("character: ");
        assertThat(List.of(character, scene)).doesNotHaveDuplicates().doesNotContain(CLEAR);
        assertThat(legend()).contains("character", "messages");
        assertThat(colour("#prompt .legend .character")).isEqualTo(character);
        assertThat(colour("#prompt .legend .scene")).isEqualTo(scene);
        assertThat(browser.see("#prompt-tokens").getText()).contains(" of ");
    }

    @Test
    void of_a_story_far_too_long_the_first_of_what_was_left_out_is_shown_and_the_rest_opens_when_asked_for() {
        browser.click("#load-sample");
        browser.until(d -> browser.count(".message.person, .message.proxy") >= 6 ? Boolean.TRUE : null);
        int before = browser.count(".message.person, .message.proxy");
        String story = IntStream.rangeClosed(1, 150)
                .mapToObj(step -> "Mira opens door " + step + " of the long grey corridor and listens.")
                .collect(Collectors.joining(" "));
        browser.fill("#composer textarea", story);
        browser.click("#send");
        browser.until(d -> browser.count(".message.person, .message.proxy") > before ? Boolean.TRUE : null);
        browser.click("#tab-prompt");

        assertThat(browser.see("#left-out-rest summary").getText()).matches("and [1-9][0-9]+ more");
        WebElement last = browser.driver().findElement(By.cssSelector("#left-out-rest li:last-child"));
        assertThat(browser.count("#prompt li del") - browser.count("#left-out-rest li del"))
                .isEqualTo(12);
        assertThat(last.isDisplayed()).isFalse();

        browser.click("#left-out-rest summary");
        browser.picture("left-out");
        assertThat(last.isDisplayed()).isTrue();
    }

    private List<String> legend() {
        return browser.driver().findElements(By.cssSelector("#prompt .legend li")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private String colour(String css) {
        return browser.see(css).getCssValue("background-color");
    }
}
