package dev.limner.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of the help. */
final class HelpTopics {

    /** Commands as the overview shows them, by heading. */
    static final Map<String, List<String>> GROUPS = inOrder(
            Map.entry("Draw", List.of("scene", "last", "portrait", "background", "imagine", "prompt")),
            Map.entry("Set up", List.of("character", "avatar", "style", "settings")),
            Map.entry("Story and privacy", List.of("story", "privacy", "help")));

    static final Map<String, String> ALL = inOrder(
            Map.entry("start", """
                    A first picture, in four steps:
                    1. A moderator types /story on, and Limner follows this channel from then on.
                    2. Say who plays: /character set Mira lean elf, cropped silver hair, grey cloak
                    3. Play. Messages, and posts by PluralKit or Tupperbox, become the story.
                    4. Type /scene. To see first what would be drawn, type /prompt."""),
            Map.entry("drawing", """
                    /scene draws the story since the last picture; /scene 12 its last 12 messages; \
                    /scene at dusk, from above adds a hint. A hint that begins with a number is quoted: \
                    /scene hint="3 riders".
                    /last draws the last message alone, /portrait Mira one character, /background the place \
                    without anyone. /imagine draws what you write: /imagine a lighthouse in fog

                    Under a picture: Reroll draws the same again with another seed, Edit prompt changes the words, \
                    Prompt shows them, Delete takes the picture away (for its requester and moderators).

                    What stands in ((double brackets)) or after OOC: or // is never drawn."""),
            Map.entry("characters", """
                    A character is a name with a prefix: the words that go into every prompt in which the character \
                    appears, so that the face stays the same.
                    /character set "Ann Lee" tall, freckled, red coat aliases="Ann, Annie" tags=<be-face:ann:0.3>
                    Others write player=@sam for whose messages are hers, or proxy="Ann" for a proxy's name. A name \
                    of several words is quoted when more follows.

                    /character state "Ann Lee" text="soaked, left arm in a sling" holds for now; without the text it \
                    is cleared. Only a character's owner and moderators can change it. A thread has its channel's \
                    characters too."""),
            Map.entry("avatars", """
                    An avatar is a picture that guides the drawing: a face, or a style.
                    Attach the picture and write: /avatar add face mira description="lean elf, silver hair"
                    The description stands in for the picture where a model takes none. The name is one word.

                    An avatar does nothing until a tag calls it: see /help tags. It is yours: /avatar share mira \
                    everyone lets others use it, /avatar remove mira deletes it."""),
            Map.entry("tags", """
                    A tag puts an avatar into a prompt: <be-face:NAME:WEIGHT> or <be-style:NAME:WEIGHT>
                    Example: <be-face:mira:0.3>

                    NAME is the avatar's name. WEIGHT goes from 0 to 1 and says how much the picture counts: 0.1 to \
                    0.4 is normally enough, and above that the picture follows the avatar rather than the words; 0 \
                    leaves it out. A tag may stand anywhere: in a character's tags or prefix, in a style, in \
                    /imagine, or in the story, there only for avatars that you may use. Several are fine; of two for \
                    one avatar the last counts. The tag itself is never drawn."""),
            Map.entry("styles", """
                    A style is put before every prompt of the channel.
                    /style save ink ink wash illustration, {prompt}, muted palette negative="text, watermark"
                    /style set ink chooses it, /style set none goes without. {prompt} marks where the rest goes; \
                    without it, the style comes first. tags=<be-style:inkwash:0.3> adds a style avatar."""),
            Map.entry("story", """
                    Limner keeps nothing of a channel before a moderator types /story on there. Messages that are \
                    edited or deleted are edited or deleted in the story too.
                    /story status says what is kept, /story off stops, /story forget deletes the messages. A picture \
                    keeps the words it was drawn from until whoever asked for it gives /privacy forget.
                    /story auto 20 draws a scene every 20 messages, /story auto 0 stops that."""),
            Map.entry("settings", """
                    /settings show tells what holds here. A moderator changes it: /settings set size 1216x832
                    Keys: backend, model, size, spoiler (on, off), retention (days), metadata (on, off), draw-roles."""),
            Map.entry("privacy", """
                    What is kept: messages of channels where the story is on, characters, avatars and styles as \
                    given, and pictures with their prompts. A prompt goes to the image server that the operator \
                    chose, and to nobody else but the scene writer, where one is set up.
                    /privacy show says it in full, /privacy export gives you all that is yours, /privacy forget \
                    deletes it."""));

    private HelpTopics() {}

    @SafeVarargs
    private static <V> Map<String, V> inOrder(Map.Entry<String, V>... entries) {
        Map<String, V> map = new LinkedHashMap<>();
        for (Map.Entry<String, V> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(map);
    }
}
