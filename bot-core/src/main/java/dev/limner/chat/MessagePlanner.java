package dev.limner.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a post fit a platform. Pure and thread-safe; takes time linear in the text.
 *
 * <p>Attachments go first, with as much of the text as fits; the rest of the text follows in messages of its own.
 * Buttons stay with the last attachment, or stand under the last message. No text is lost but blanks where two messages
 * meet; only descriptions of attachments and labels of buttons are shortened.
 */
public final class MessagePlanner {

    private static final Pattern NONCE = Pattern.compile("[a-zA-Z0-9]{1,20}");

    /**
     * @return no message where there is nothing to say
     * @throws IllegalArgumentException where no message could be made to fit: an attachment above the limit, too many
     *     buttons, the id of a button too long, or buttons on nothing
     */
    public Plan plan(OutgoingPost post, Capabilities limits) {
        require(post, limits);
        List<List<Attachment>> groups = groups(post.attachments(), limits);
        List<String> texts = TextSplitter.split(
                Graphemes.wellFormed(post.text()), part -> part < groups.size() ? limits.caption() : limits.text());
        int count = Math.max(groups.size(), texts.size());
        if (count == 0 && !post.buttons().isEmpty()) {
            throw new IllegalArgumentException("buttons without text or attachment");
        }
        int buttonsOn = groups.isEmpty() ? count - 1 : groups.size() - 1;
        List<PlannedMessage> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            messages.add(new PlannedMessage(
                    i < texts.size() ? texts.get(i) : "",
                    i < groups.size() ? groups.get(i) : List.of(),
                    i == buttonsOn ? fit(post.buttons(), limits) : List.of(),
                    i == 0 ? post.replyTo() : null,
                    nonce(post.nonce(), i)));
        }
        return new Plan(messages);
    }

    private static void require(OutgoingPost post, Capabilities limits) {
        String nonce = post.nonce();
        if (nonce != null && !NONCE.matcher(nonce).matches()) {
            throw new IllegalArgumentException("a nonce is 1 to 20 letters and digits, not " + nonce);
        }
        if (post.buttons().size() > limits.buttons()) {
            throw new IllegalArgumentException(
                    post.buttons().size() + " buttons, where " + limits.buttons() + " are possible");
        }
        for (Button button : post.buttons()) {
            if (!limits.buttonId().fits(button.id())) {
                throw new IllegalArgumentException("the id of a button is too long: " + button.id());
            }
        }
        for (Attachment attachment : post.attachments()) {
            if (attachment.content().size() > limits.attachmentBytes()) {
                throw new IllegalArgumentException(attachment.fileName() + " has "
                        + attachment.content().size() + " bytes, where " + limits.attachmentBytes()
                        + " are possible");
            }
        }
    }

    private static List<List<Attachment>> groups(List<Attachment> attachments, Capabilities limits) {
        List<List<Attachment>> groups = new ArrayList<>();
        for (int i = 0; i < attachments.size(); i += limits.attachments()) {
            int end = Math.min(attachments.size(), i + limits.attachments());
            groups.add(attachments.subList(i, end).stream()
                    .map(a -> described(a, limits))
                    .toList());
        }
        return groups;
    }

    private static Attachment described(Attachment attachment, Capabilities limits) {
        String description = Graphemes.shorten(Graphemes.wellFormed(attachment.altText()), limits.altText());
        return new Attachment(
                attachment.fileName(), attachment.mediaType(), attachment.content(), description, attachment.spoiler());
    }

    private static List<Button> fit(List<Button> buttons, Capabilities limits) {
        return buttons.stream()
                .map(b -> new Button(b.id(), Graphemes.shorten(Graphemes.wellFormed(b.label()), limits.buttonLabel())))
                .toList();
    }

    /** Base 36, so that its five characters suffice for any post; the nonce of the first message is the post's own. */
    private static @Nullable String nonce(@Nullable String ofPost, int part) {
        return ofPost == null || part == 0 ? ofPost : ofPost + "-" + Integer.toString(part, Character.MAX_RADIX);
    }
}
