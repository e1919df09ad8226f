package dev.limner.discord;

import dev.limner.command.CommandSpec;
import dev.limner.command.CommandSyntaxException;
import dev.limner.command.GivenOptions;
import dev.limner.command.Invocation;
import dev.limner.command.OptionValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.jspecify.annotations.Nullable;

/** The values of a slash command, or of the form that stands for one, typed as the catalogue has them. Thread-safe. */
final class CommandValues {
    private final CdnFiles files;

    CommandValues(CdnFiles files) {
        this.files = files;
    }

    /**
     * @param server where the command was given
     * @throws CommandSyntaxException when one cannot be taken
     */
    Invocation read(CommandSpec spec, List<OptionMapping> options, @Nullable Guild server)
            throws CommandSyntaxException {
        Map<String, String> words = new HashMap<>();
        Map<String, OptionValue> others = new HashMap<>();
        for (OptionMapping option : options) {
            switch (option.getType()) {
                case ATTACHMENT -> others.put(option.getName(), picture(option.getAsAttachment()));
                case USER -> others.put(option.getName(), person(option));
                default -> words.put(option.getName(), Ids.withNames(option, server));
            }
        }
        return GivenOptions.read(spec, words, others);
    }

    /** @throws CommandSyntaxException when a field of the form cannot be taken */
    Invocation readForm(CommandSpec spec, List<ModalMapping> fields) throws CommandSyntaxException {
        Map<String, String> words = new HashMap<>();
        Map<String, OptionValue> others = new HashMap<>();
        for (ModalMapping field : fields) {
            switch (field.getType()) {
                case FILE_UPLOAD -> {
                    for (Message.Attachment attachment : field.getAsAttachmentList()) {
                        others.put(field.getCustomId(), picture(attachment));
                    }
                }
                case STRING_SELECT -> field.getAsStringList().forEach(choice -> words.put(field.getCustomId(), choice));
                case TEXT_INPUT -> {
                    if (!field.getAsString().isBlank()) {
                        words.put(field.getCustomId(), field.getAsString());
                    }
                }
                default -> {
                    // labels and the like
                }
            }
        }
        return GivenOptions.read(spec, words, others);
    }

    private OptionValue picture(Message.Attachment attachment) throws CommandSyntaxException {
        return new OptionValue.Image(
                files.of(attachment)
                        .orElseThrow(
                                () -> new CommandSyntaxException(
                                        "That file is not on Discord's own servers, so I do not fetch it. Attach the picture itself.")));
    }

    private static OptionValue person(OptionMapping option) {
        Member member = option.getAsMember();
        return new OptionValue.Person(
                option.getAsUser().getId(),
                member == null ? option.getAsUser().getEffectiveName() : member.getEffectiveName());
    }
}
