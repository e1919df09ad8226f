package dev.limner.discord;

import dev.limner.chat.Attachment;
import dev.limner.chat.PlannedMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Planned messages as Discord takes them: nobody is pinged by any. Pure. */
final class NativeMessages {
    private static final String SPOILER = "SPOILER_";

    private NativeMessages() {}

    static MessageCreateData created(PlannedMessage message) {
        return new MessageCreateBuilder()
                .setContent(message.text())
                .setFiles(message.attachments().stream()
                        .map(NativeMessages::upload)
                        .toList())
                .setComponents(rows(message))
                .setAllowedMentions(Set.of())
                .mentionRepliedUser(false)
                .build();
    }

    /** Replaces everything that stood there, files too. */
    static MessageEditData edited(PlannedMessage message) {
        try (MessageCreateData data = created(message)) {
            return MessageEditData.fromCreateData(data);
        }
    }

    private static List<MessageTopLevelComponent> rows(PlannedMessage message) {
        if (message.buttons().isEmpty()) {
            return List.of();
        }
        return List.of(ActionRow.of(message.buttons().stream()
                .map(b -> Button.secondary(b.id(), b.label()))
                .toList()));
    }

    /** A spoiler is said twice: by a flag, and by the prefix of the file's name that all clients know. */
    private static FileUpload upload(Attachment attachment) {
        String name = (attachment.spoiler() ? SPOILER : "") + attachment.fileName();
        FileUpload upload = FileUpload.fromStreamSupplier(name, () -> {
            try {
                return attachment.content().open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (!attachment.altText().isEmpty()) {
            upload.setDescription(attachment.altText());
        }
        return upload.asSpoiler(attachment.spoiler());
    }
}
