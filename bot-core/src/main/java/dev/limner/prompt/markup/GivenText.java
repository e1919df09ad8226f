package dev.limner.prompt.markup;

import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.TagException;
import dev.limner.avatar.Tags;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.text.PlainCharacters;
import dev.limner.prompt.text.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text that somebody gave as a command, a prefix or a style, ready for a prompt.
 *
 * @param text in one line
 */
public record GivenText(String text, List<AvatarTag> tags) {

    /** @throws CannotComposeException when a tag in it is faulty; {@code where} tells the reader where it stands */
    public static GivenText read(String text, String where, Encoder encoder) throws CannotComposeException {
        if (text.isBlank()) {
            return new GivenText("", List.of());
        }
        Tags.Given given = tags(text, where);
        return new GivenText(words(given.text(), encoder), given.tags());
    }

    /** The same of a text in which tags mean nothing, such as the description of an avatar: they go as all commands do. */
    public static String words(String text, Encoder encoder) {
        String plain = BackendCommands.inGiven(
                PostCleaner.withoutRemarks(withoutCommands(ChatLinks.remove(PlainCharacters.clean(text)))),
                encoder == Encoder.CLIP);
        return Tidy.tidy(plain);
    }

    static List<AvatarTag> readTag(String tag, String where) throws CannotComposeException {
        Tags.Given given = tags(tag, where);
        if (given.tags().isEmpty() || !given.text().isBlank()) {
            throw new CannotComposeException("%s: \"%s\" is no avatar tag. Write one as <be-face:NAME:0.3>."
                    .formatted(where, PlainCharacters.clean(tag).strip()));
        }
        return given.tags();
    }

    /** Several that stand each for itself; blank ones are passed over. */
    public static List<AvatarTag> readTags(List<String> written, String where) throws CannotComposeException {
        List<AvatarTag> tags = new ArrayList<>();
        for (String tag : written) {
            if (!tag.isBlank()) {
                tags.addAll(readTag(tag, where));
            }
        }
        return tags;
    }

    private static Tags.Given tags(String text, String where) throws CannotComposeException {
        try {
            return Tags.given(text);
        } catch (TagException e) {
            throw new CannotComposeException(where + ": " + e.getMessage());
        }
    }

    /** Without lines that speak to a bot, such as a pasted {@code /imagine}. */
    private static String withoutCommands(String text) {
        if (text.indexOf('\n') < 0 && !mayBeCommand(text)) {
            return text;
        }
        return text.lines()
                .filter(line -> !mayBeCommand(line)
                        || !BotLines.isCommand(line.strip(), 0, line.strip().length()))
                .collect(Collectors.joining("\n"));
    }

    private static boolean mayBeCommand(String line) {
        String bare = line.strip();
        return bare.length() > 1 && (bare.charAt(0) == '/' || bare.charAt(0) == '!') && bare.charAt(1) != '/';
    }
}
