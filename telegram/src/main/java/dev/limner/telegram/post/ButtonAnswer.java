package dev.limner.telegram.post;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.telegram.api.BotApi;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/**
 * Answers a pressed button: a short first answer in a window for that person alone, others as messages. Telegram shows
 * the button as busy until it was answered, so {@link #settle} is to be called in the end whatever happened.
 */
public final class ButtonAnswer implements Responder {
    private static final Logger log = LoggerFactory.getLogger(ButtonAnswer.class);
    /** Bot API, "answerCallbackQuery". */
    private static final int WINDOW = 200;

    private final BotApi api;
    private final String query;
    private final Responder inChat;
    private final AtomicBoolean answered = new AtomicBoolean();

    /** @param inChat answers with messages */
    public ButtonAnswer(BotApi api, String query, Responder inChat) {
        this.api = api;
        this.query = query;
        this.inChat = inChat;
    }

    @Override
    public Capabilities capabilities() {
        return inChat.capabilities();
    }

    @Override
    public void respond(PlannedMessage message) throws ChatException {
        boolean fits = message.attachments().isEmpty()
                && message.buttons().isEmpty()
                && message.text().length() <= WINDOW;
        if (fits && answered.compareAndSet(false, true)) {
            if (tell(message.text())) {
                return;
            }
        }
        inChat.respond(message);
    }

    /** A window for whoever pressed the button. */
    public void alert(String text) {
        if (answered.compareAndSet(false, true)) {
            tell(text);
        }
    }

    /** Ends the button's being busy; returns at once. */
    public void settle() {
        if (answered.compareAndSet(false, true)) {
            api.tell(answer(""));
        }
    }

    private boolean tell(String text) {
        try {
            api.call(answer(text));
            return true;
        } catch (ChatException e) {
            // too late for that query: it is answered in a message, if it has words
            log.debug("callback query not answered: {}", e.getMessage());
            return false;
        }
    }

    private AnswerCallbackQuery answer(String text) {
        return AnswerCallbackQuery.builder()
                .callbackQueryId(query)
                .text(text.isEmpty() ? null : Wording.quiet(text, WINDOW))
                .showAlert(text.isEmpty() ? null : Boolean.TRUE)
                .build();
    }

    @Override
    public Optional<Telling> telling() {
        return inChat.telling();
    }

    @Override
    public Optional<FormOpener> forms() {
        return inChat.forms();
    }
}
