package dev.limner.discord;

import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSpec;
import dev.limner.command.OptionSpec;
import dev.limner.command.OptionType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for the picture of a command that was given without one. It shows all of the command's options, with
 * what was given already, so that nothing has to be remembered until it is sent. Pure.
 */
final class CommandForm {
    /** Begins the form's id, before the command's path; ids of the core's have no blank. */
    private static final String COMMAND = "command ";

    /** Longer texts get a field of several lines. */
    private static final int ONE_LINE = 100;

    private CommandForm() {}

    /** Whether a command came without the picture that it needs, and has no more options than a form has fields. */
    static boolean isNeeded(CommandSpec spec, List<OptionMapping> given) {
        return spec.options().size() <= Limits.MODAL_FIELDS
                && spec.options().stream()
                        .filter(option -> option.type() == OptionType.IMAGE && option.required())
                        .anyMatch(option -> given.stream()
                                .noneMatch(value -> value.getName().equals(option.name())));
    }

    /**
     * @param spec described in the language of whoever is to fill it in
     * @param server where the command was given
     */
    static Modal of(CommandSpec spec, List<OptionMapping> given, @Nullable Guild server) {
        Map<String, String> values = given.stream()
                .collect(Collectors.toMap(
                        OptionMapping::getName, option -> Ids.withNames(option, server), (one, two) -> one));
        return Modal.create(COMMAND + spec.path(), "/" + spec.path())
                .addComponents(spec.options().stream()
                        .map(option -> Label.of(
                                option.name(),
                                option.description(),
                                field(option, values.getOrDefault(option.name(), ""))))
                        .toList())
                .build();
    }

    private static LabelChildComponent field(OptionSpec option, String value) {
        return switch (option.type()) {
            case IMAGE ->
                AttachmentUpload.create(option.name())
                        .setRequired(option.required())
                        .build();
            case CHOICE -> choice(option, value);
            default -> text(option, value);
        };
    }

    private static StringSelectMenu choice(OptionSpec option, String value) {
        StringSelectMenu.Builder menu = StringSelectMenu.create(option.name()).setRequired(option.required());
        option.choices().forEach(choice -> menu.addOption(choice, choice));
        return option.choices().contains(value) ? menu.setDefaultValues(value).build() : menu.build();
    }

    private static TextInput text(OptionSpec option, String value) {
        TextInputStyle style = option.max() > ONE_LINE ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT;
        return TextInput.create(option.name(), style)
                .setMaxLength(Math.min(option.max(), Limits.MODAL_TEXT))
                .setRequired(option.required())
                .setValue(value.isEmpty() ? null : value)
                .build();
    }

    /** Whether a form is one of these. */
    static boolean isOne(String formId) {
        return formId.startsWith(COMMAND);
    }

    /** The command of such a form; empty when there is none any longer. */
    static Optional<CommandSpec> command(String formId, CommandCatalog catalog) {
        String[] words = formId.substring(COMMAND.length()).split(" ", 2);
        return catalog.find(words[0], words.length > 1 ? words[1] : null);
    }
}
