package dev.limner.telegram.post;

import dev.limner.chat.Button;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Buttons under a message, two in a row so that a phone shows their labels. Pure. */
final class Keyboards {
    private static final int COLUMNS = 2;

    private Keyboards() {}

    static InlineKeyboardMarkup of(List<Button> buttons, @Nullable Integer topic) {
        List<InlineKeyboardRow> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += COLUMNS) {
            InlineKeyboardRow row = new InlineKeyboardRow();
            for (Button button : buttons.subList(i, Math.min(buttons.size(), i + COLUMNS))) {
                row.add(InlineKeyboardButton.builder()
                        .text(button.label())
                        .callbackData(new CallbackData(button.id(), topic).written())
                        .build());
            }
            rows.add(row);
        }
        return new InlineKeyboardMarkup(rows);
    }
}
