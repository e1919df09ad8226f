package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatUser;
import dev.limner.chat.Form;
import dev.limner.command.CommandSpec;
import dev.limner.command.OptionSpec;
import dev.limner.command.OptionType;
import dev.limner.discord.Discord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Somebody in the server, at one of its channels. */
public final class Person implements ChatUser {
    private final Discordia world;
    private final ObjectNode user;
    private final String channel;
    private final List<Seen> answers;
    private final List<Form> forms;
    private @Nullable String cdnElsewhere;

    Person(Discordia world, ObjectNode user, String channel) {
        this(world, user, channel, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
    }

    private Person(Discordia world, ObjectNode user, String channel, List<Seen> answers, List<Form> forms) {
        this.world = world;
        this.user = user;
        this.channel = channel;
        this.answers = answers;
        this.forms = forms;
    }

    /** The same person at another channel. */
    public Person at(String otherChannel) {
        return new Person(world, user, otherChannel, answers, forms);
    }

    public String id() {
        return user.path("id").asText();
    }

    /** Attachments of this person lie there from now on, and not on the CDN. */
    public void attachFrom(String address) {
        cdnElsewhere = address;
    }

    @Override
    public ChannelRef channel() {
        return new ChannelRef(Discord.ID, channel);
    }

    @Override
    public String say(String text) {
        Discordia.requireSendable(text);
        return world.say(new Message(world.newId(), channel, user, false, null, text, null));
    }

    @Override
    public void edit(String messageId, String text) {
        world.edit(messageId, text);
    }

    @Override
    public void delete(String messageId) {
        world.delete(messageId);
    }

    @Override
    public void command(CommandSpec command, Map<String, String> values, byte @Nullable [] picture) {
        give(command, values, picture);
    }

    /** As {@link #command}, to be looked at afterwards. */
    public Interaction give(CommandSpec command, Map<String, String> values, byte @Nullable [] picture) {
        ObjectNode data = Json.object()
                .put("id", world.newId())
                .put("name", command.name())
                .put("type", 1);
        ArrayNode options = data.putArray("options");
        if (command.sub() != null) {
            options = options.addObject()
                    .put("type", 1)
                    .put("name", command.sub())
                    .putArray("options");
        }
        ObjectNode resolved = data.putObject("resolved");
        for (OptionSpec option : command.options()) {
            String value = values.get(option.name());
            if (option.type() == OptionType.IMAGE && picture != null) {
                ObjectNode attachment = world.upload("picture.png", picture, cdnElsewhere);
                String id = attachment.path("id").asText();
                resolved.putObject("attachments").set(id, attachment);
                options.addObject().put("type", 11).put("name", option.name()).put("value", id);
            } else if (value != null && option.type() == OptionType.INTEGER) {
                options.addObject().put("type", 4).put("name", option.name()).put("value", Integer.parseInt(value));
            } else if (value != null) {
                options.addObject().put("type", 3).put("name", option.name()).put("value", value);
            }
        }
        return begin(2, data, null);
    }

    /** Types into an option, to be offered how it may go on. */
    public Interaction complete(CommandSpec command, String option, String typed) {
        ObjectNode data = Json.object()
                .put("id", world.newId())
                .put("name", command.name())
                .put("type", 1);
        ArrayNode options = data.putArray("options");
        if (command.sub() != null) {
            options = options.addObject()
                    .put("type", 1)
                    .put("name", command.sub())
                    .putArray("options");
        }
        options.addObject()
                .put("type", 3)
                .put("name", option)
                .put("value", typed)
                .put("focused", true);
        return begin(4, data, null);
    }

    /** Chooses "Illustrate this" in a message's menu. */
    public Interaction illustrate(String messageId) {
        ObjectNode data = Json.object()
                .put("id", world.newId())
                .put("name", "Illustrate this")
                .put("type", 3)
                .put("target_id", messageId);
        data.putArray("options");
        ObjectNode target = world.message(messageId);
        target.remove("member");
        data.putObject("resolved").putObject("messages").set(messageId, target);
        return begin(2, data, null);
    }

    @Override
    public void press(String messageId, String buttonId) {
        pressed(messageId, buttonId);
    }

    /** As {@link #press}, to be looked at afterwards. */
    public Interaction pressed(String messageId, String buttonId) {
        ObjectNode data = Json.object()
                .put("custom_id", buttonId)
                .put("component_type", 2)
                .put("id", 2);
        return begin(3, data, world.message(messageId));
    }

    @Override
    public void submit(Form form, String value) {
        ObjectNode data = Json.object().put("custom_id", form.id());
        ObjectNode label =
                data.putArray("components").addObject().put("type", 18).put("id", 1);
        label.putObject("component")
                .put("type", 4)
                .put("id", 2)
                .put("custom_id", "value")
                .put("value", value);
        begin(5, data, null);
    }

    private Interaction begin(int type, ObjectNode data, @Nullable ObjectNode message) {
        return begin(event(type, data, message));
    }

    /** Gives a command in a direct message, where clients do not offer any. */
    public Interaction commandInDirectMessage(CommandSpec command) {
        ObjectNode data = Json.object()
                .put("id", world.newId())
                .put("name", command.name())
                .put("type", 1);
        data.putArray("options");
        ObjectNode event = event(2, data, null);
        event.remove(List.of("guild", "guild_id", "member"));
        event.set("user", user);
        event.put("context", 1);
        event.set("channel", Json.object().put("id", "100000000000000088").put("type", 1));
        event.put("channel_id", "100000000000000088");
        return begin(event);
    }

    private Interaction begin(ObjectNode event) {
        return world.begin(
                new Interaction(event.path("id").asText(), event.path("token").asText(), answers, forms), event);
    }

    private ObjectNode event(int type, ObjectNode data, @Nullable ObjectNode message) {
        String id = world.newId();
        ObjectNode event = Json.object()
                .put("id", id)
                .put("application_id", Payloads.BOT)
                .put("type", type)
                .put("version", 1)
                .put("token", "interaction-token-" + id)
                .put("guild_id", Discordia.GUILD)
                .put("channel_id", channel)
                .put("locale", "en-US")
                .put("guild_locale", "en-US")
                .put("context", 0)
                .put("attachment_size_limit", 10 << 20);
        event.putObject("guild")
                .put("id", Discordia.GUILD)
                .put("locale", "en-US")
                .putArray("features");
        event.set(
                "channel",
                channel.equals(Discordia.THREAD) || channel.equals(Discordia.ASIDE)
                        ? Payloads.thread(
                                channel, channel.equals(Discordia.ASIDE) ? Discordia.WRITING : Discordia.FORUM)
                        : Payloads.channel(channel, channel.equals(Discordia.VOICE) ? 2 : 0, "here", false));
        event.set("member", world.memberOf(user));
        event.putObject("authorizing_integration_owners").put("0", Discordia.GUILD);
        event.putArray("entitlements");
        event.set("data", data);
        if (message != null) {
            event.set("message", message);
        }
        return event;
    }

    @Override
    public List<Seen> sees() {
        return world.standing(channel);
    }

    @Override
    public List<Seen> answers() {
        return List.copyOf(answers);
    }

    @Override
    public List<Form> forms() {
        return List.copyOf(forms);
    }
}
