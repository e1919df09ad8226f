package dev.limner.discord;

import dev.limner.chat.Form;
import dev.limner.chat.Graphemes;
import dev.limner.chat.LengthUnit;
import dev.limner.chat.TextLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;

/**
 * A text to be edited, in as many fields as it needs: one takes 4,000 characters, and a form five of them. Pure.
 */
final class LongText {
    private static final String FIELD = "value";

    private static final TextLimit TITLE = new TextLimit(Limits.MODAL_TITLE, LengthUnit.UTF16_UNITS);
    private static final TextLimit LABEL = new TextLimit(Limits.MODAL_LABEL, LengthUnit.UTF16_UNITS);
    private static final TextLimit WHOLE =
            new TextLimit(Limits.MODAL_FIELDS * (Limits.MODAL_TEXT - 1), LengthUnit.UTF16_UNITS);

    private LongText() {}

    static Modal form(Form form) {
        List<String> parts = parts(Graphemes.shorten(Graphemes.wellFormed(form.value()), WHOLE));
        List<Label> fields = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String label = parts.size() == 1 ? form.label() : (i + 1) + ". " + form.label();
            fields.add(Label.of(Graphemes.shorten(label, LABEL), field(i, parts.get(i))));
        }
        return Modal.create(form.id(), Graphemes.shorten(form.title(), TITLE))
                .addComponents(fields)
                .build();
    }

    private static TextInput field(int number, String value) {
        return TextInput.create(number == 0 ? FIELD : FIELD + number, TextInputStyle.PARAGRAPH)
                .setMaxLength(Limits.MODAL_TEXT)
                // a part may be emptied, the whole not
                .setRequired(number == 0)
                .setValue(value.isEmpty() ? null : value)
                .build();
    }

    /** At least one; no pair of surrogates is torn apart. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (text.length() - at > Limits.MODAL_TEXT) {
            int end = at + Limits.MODAL_TEXT;
            if (Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            parts.add(text.substring(at, end));
            at = end;
        }
        parts.add(text.substring(at));
        return parts;
    }

    /** What was sent back, as one text. */
    static String read(List<ModalMapping> fields) {
        return fields.stream()
                .filter(field -> field.getCustomId().startsWith(FIELD))
                .map(ModalMapping::getAsString)
                .collect(Collectors.joining());
    }
}
