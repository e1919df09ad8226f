package dev.limner.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/** A room of more messages than are read at once, in a real Chromium against the whole product. */
class MissedMessagesTest extends InTheRoom {
    /** Has the page's own modules at hand. */
    private static final String IN_PAGE = """
            const done = arguments[arguments.length - 1];
            const given = arguments[0];
            Promise.all(['/room.js', '/api.js'].map((name) => import(location.origin + name)))
              .then(async ([room, api]) => { %s })
              .then(() => done(null), (fault) => done(String(fault)));
            """;

    private static final String SAY = """
            for (let i = 0; i < given; i++) {
              await api.post(`${api.ROOM}/messages`, { person: 'you', character: null, text: `line ${i}`, nonce: api.nonce() });
            }
            """;

    /** As a page is that has only one of its messages, for which the others were written out of its hearing. */
    private static final String KEEP_ONE_AND_READ = """
            const shown = [...document.querySelectorAll('.message')];
            shown.filter((one) => one !== shown.at(given)).forEach((one) => room.remove({ id: one.dataset.message }));
            await room.load();
            """;

    @BeforeEach
    void waitForTheRoom() {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        browser.see("#empty");
    }

    @Test
    void a_message_that_came_before_the_page_was_read_stands_there_once() {
        inPage(SAY, 101);
        shows(101);

        inPage(KEEP_ONE_AND_READ, -1);

        assertThat(shown()).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void between_the_messages_that_are_shown_none_is_left_out() {
        inPage(SAY, 102);
        shows(102);

        inPage(KEEP_ONE_AND_READ, 0);
        assertThat(shown()).hasSize(100);
        browser.see("#older");
        inPage("document.getElementById('older').click();", 0);

        shows(102);
        assertThat(shown()).doesNotHaveDuplicates();
    }

    @Test
    void a_text_that_is_too_long_is_refused_whole_and_stays_where_it_was_pasted() {
        inPage("""
                document.getElementById('text').focus();
                document.execCommand('insertText', false, 'x'.repeat(given));
                """, 30_000);
        browser.click("#send");

        assertThat(browser.see("#problem").getText()).contains("30000", "20000");
        assertThat(browser.see("#text").getDomProperty("value")).hasSize(30_000);
        assertThat(shown()).isEmpty();
    }

    private void inPage(String script, int given) {
        Object fault = ((JavascriptExecutor) browser.driver()).executeAsyncScript(IN_PAGE.formatted(script), given);
        assertThat(fault).isNull();
    }

    private void shows(int messages) {
        browser.until(d -> browser.count(".message") == messages ? Boolean.TRUE : null);
    }

    private List<String> shown() {
        return browser.driver().findElements(By.cssSelector(".message")).stream()
                .map(WebElement::getText)
                .toList();
    }
}
