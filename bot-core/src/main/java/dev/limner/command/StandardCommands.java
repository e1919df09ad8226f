package dev.limner.command;

import static dev.limner.command.OptionSpec.choice;
import static dev.limner.command.OptionSpec.image;
import static dev.limner.command.OptionSpec.named;
import static dev.limner.command.OptionSpec.text;
import static dev.limner.command.OptionSpec.whole;
import static dev.limner.command.Permission.EVERYONE;
import static dev.limner.command.Permission.MODERATOR;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of the commands. Names have at most 32 characters, descriptions 100, texts 6,000, which are Discord's
 * limits (Application Commands, "Application Command Option Structure").
 */
final class StandardCommands {

    /** Of an avatar; as {@link dev.limner.avatar.AvatarName} has it. */
    private static final int AVATAR_NAME = 32;

    /** Of a character or style. */
    private static final int NAME = 64;

    /** Of a webhook, and so of a proxy's post (Discord, "Create Webhook"). */
    private static final int PROXY_NAME = 80;

    /** A sentence or two. */
    private static final int SHORT = 500;

    /** A paragraph; more than any text encoder reads of one character. */
    private static final int LONG = 2000;

    private static final int PROMPT = 4000;

    static final CommandCatalog CATALOG = new CommandCatalog(
            List.of(
                    command("scene", null, "Draw the story since the last picture", messages(), hint()),
                    command("last", null, "Draw the last message as it stands"),
                    command("portrait", null, "Draw one character, upright", character("character"), hint()),
                    command("background", null, "Draw the place without anyone in it, wide", hint()),
                    command("imagine", null, "Draw what you write", text("prompt", "What to draw", PROMPT)),
                    command("prompt", null, "Show what /scene would send, without drawing", messages(), hint()),
                    command(
                            "avatar",
                            "add",
                            "Keep a picture as the avatar of a face or a style",
                            choice("kind", "What the picture gives: a face, or a style", "face", "style"),
                            text("name", "One word, by which tags call it", AVATAR_NAME),
                            image("image", "The picture"),
                            text("description", "What it shows, for models that take no picture", SHORT)
                                    .optional()),
                    command("avatar", "list", "List the avatars of this community"),
                    command("avatar", "show", "Show an avatar", avatar()),
                    command("avatar", "remove", "Delete an avatar", avatar()),
                    command(
                            "avatar",
                            "describe",
                            "Say what an avatar shows, for models that take no picture",
                            avatar(),
                            text("text", "What it shows", SHORT)),
                    command(
                            "avatar",
                            "rename",
                            "Rename an avatar",
                            avatar(),
                            text("to", "The new name, one word", AVATAR_NAME)),
                    command(
                            "avatar",
                            "share",
                            "Say who may use an avatar of yours",
                            avatar(),
                            choice("with", "Everyone here, or nobody but you", "everyone", "nobody")),
                    command(
                            "character",
                            "set",
                            "Describe a character of this channel, or change what is given",
                            named(OptionType.CHARACTER, "name", "The character's name", NAME),
                            text("prefix", "How the character looks, in the words of a prompt", LONG),
                            negative(),
                            text("aliases", "Other names, separated by commas", SHORT)
                                    .optional(),
                            tags(),
                            named(OptionType.MEMBER, "player", "Whose messages are this character's", NAME)
                                    .optional(),
                            text("proxy", "The proxy name whose posts are this character's", PROXY_NAME)
                                    .optional()),
                    command(
                            "character",
                            "state",
                            "Say what holds for now, such as clothes or wounds; without it, clear that",
                            character("name"),
                            text("text", "What holds for now", SHORT).optional()),
                    command("character", "list", "List the characters of this channel"),
                    command("character", "show", "Show what is kept of a character", character("name")),
                    command("character", "remove", "Delete a character", character("name")),
                    command(
                            "style",
                            "set",
                            "Choose the style of this channel",
                            named(OptionType.STYLE, "name", "A saved style, or none", NAME)),
                    command(
                            "style",
                            "save",
                            "Save a style under a name",
                            named(OptionType.STYLE, "name", "The style's name", NAME),
                            text("prefix", "What is put before every prompt; {prompt} marks where the rest goes", LONG),
                            negative(),
                            tags()),
                    command("style", "list", "List the styles of this channel"),
                    command(
                            "style",
                            "remove",
                            "Delete a style",
                            named(OptionType.STYLE, "name", "The style's name", NAME)),
                    moderators("story", "on", "Follow the story of this channel from now on"),
                    moderators("story", "off", "Stop following the story of this channel"),
                    command("story", "status", "Say whether the story is followed, and what is kept"),
                    moderators("story", "forget", "Delete everything that is kept of this channel's story"),
                    moderators(
                            "story",
                            "auto",
                            "Draw a scene by itself, every so many messages",
                            whole("every", "After how many messages; 0 turns it off", 0, 1000)),
                    command("settings", "show", "Show the settings of this channel"),
                    moderators(
                            "settings",
                            "set",
                            "Change a setting of this channel",
                            choice(
                                    "key",
                                    "What to change",
                                    "backend",
                                    "model",
                                    "size",
                                    "spoiler",
                                    "retention",
                                    "metadata",
                                    "draw-roles"),
                            text("value", "What it shall be", SHORT)),
                    command("privacy", "show", "Say what is kept, for how long, and who sees it"),
                    command("privacy", "export", "Get everything that is kept of you"),
                    command("privacy", "forget", "Delete everything that is kept of you"),
                    command(
                            "help",
                            null,
                            "Say what Limner does, and how",
                            text("topic", "A topic such as tags, or a command", NAME)
                                    .optional())),
            Map.of(
                    "avatar", "Reference pictures: faces and styles",
                    "character", "The characters of this channel",
                    "style", "The style that this channel is drawn in",
                    "story", "Following the story of this channel",
                    "settings", "The settings of this channel",
                    "privacy", "What is kept of you"));

    private StandardCommands() {}

    private static CommandSpec command(String name, @Nullable String sub, String description, OptionSpec... options) {
        return new CommandSpec(name, sub, description, EVERYONE, List.of(options));
    }

    private static CommandSpec moderators(String name, String sub, String description, OptionSpec... options) {
        return new CommandSpec(name, sub, description, MODERATOR, List.of(options));
    }

    private static OptionSpec messages() {
        return whole("messages", "How many of the last messages to draw", 1, 100)
                .optional();
    }

    private static OptionSpec hint() {
        return text("hint", "What to look at, such as: at dusk, from above", SHORT)
                .optional();
    }

    private static OptionSpec avatar() {
        return named(OptionType.AVATAR, "name", "The avatar's name", AVATAR_NAME);
    }

    private static OptionSpec character(String option) {
        return named(OptionType.CHARACTER, option, "The character's name", NAME);
    }

    private static OptionSpec negative() {
        return text("negative", "What is not to be seen", LONG).optional();
    }

    private static OptionSpec tags() {
        return named(OptionType.TAGS, "tags", "Avatar tags, such as <be-face:mira:0.3>", SHORT)
                .optional();
    }
}
