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
import java.util.ArrayList;
import java.util.Collections;
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
    private String locale = "en-US";

    Person(Discordia world, ObjectNode user, String channel) {
        this(world, user, channel, Collections.synchronizedList(new ArrayList<>()), new CopyOnWriteArrayList<>());
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

    /** Uses Discord in that language from now on. */
    public void speak(String newLocale) {
        locale = newLocale;
    }

    @Override
    public ChannelRef channel() {
        return new ChannelRef(Discord.ID, channel);
    }

    @Override
    public String say(String text) {
        Discordia.requireSendable(text);
        return world.messages().say(new Message(world.newId(), channel, user, false, null, text, null));
    }

    /** Shows a picture without a word. */
    public String show(byte[] picture) {
        Message message = new Message(world.newId(), channel, user, false, null, "", null);
        message.attachments.add(world.upload("picture.png", picture, cdnElsewhere));
        return world.messages().say(message);
    }

    @Override
    public void edit(String messageId, String text) {
        world.messages().edit(messageId, text);
    }

    @Override
    public void delete(String messageId) {
        world.messages().delete(messageId);
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
                resolveMentioned(value, resolved);
            }
        }
        return begin(2, data, null);
    }

    /** Discord tells who is mentioned in the text of an option. */
    private void resolveMentioned(String text, ObjectNode resolved) {
        world.people().all().forEach((id, mentioned) -> {
            if (text.contains("<@" + id + ">")) {
                resolved.withObjectProperty("users").set(id, mentioned);
                ObjectNode member = world.people().memberOf(mentioned);
                member.remove("user");
                resolved.withObjectProperty("members").set(id, member);
            }
        });
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
        ObjectNode target = world.messages().json(messageId);
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
        return begin(3, data, world.messages().json(messageId));
    }

    @Override
    public void submit(Form form, String value) {
        begin(5, Modal.filled(form, value), null);
    }

    /** Sends the form that was opened, with other values where some are given, and a picture. */
    public Interaction fill(Interaction opened, Map<String, String> values, byte @Nullable [] picture) {
        ObjectNode attachment = picture == null ? null : world.upload("picture.png", picture, cdnElsewhere);
        return begin(5, Modal.filled(opened.modal(), values, attachment), null);
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
        return world.asked()
                .begin(
                        new Interaction(
                                event.path("id").asText(), event.path("token").asText(), answers, forms),
                        event);
    }

    private ObjectNode event(int type, ObjectNode data, @Nullable ObjectNode message) {
        String id = world.newId();
        String server = world.servers().of(channel);
        ObjectNode event = Json.object()
                .put("id", id)
                .put("application_id", Payloads.BOT)
                .put("type", type)
                .put("version", 1)
                .put("token", "interaction-token-" + id)
                .put("guild_id", server)
                .put("channel_id", channel)
                .put("locale", locale)
                .put("guild_locale", "en-US")
                .put("context", 0)
                .put("attachment_size_limit", world.servers().fileLimit());
        event.putObject("guild").put("id", server).put("locale", "en-US").putArray("features");
        event.set("channel", world.servers().channel(channel));
        event.set("member", world.people().memberOf(user));
        event.putObject("authorizing_integration_owners").put("0", server);
        event.putArray("entitlements");
        event.set("data", data);
        if (message != null) {
            event.set("message", message);
        }
        return event;
    }

    @Override
    public List<Seen> sees() {
        return world.messages().in(channel);
    }

    @Override
    public List<Seen> answers() {
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }

    @Override
    public List<Form> forms() {
        return List.copyOf(forms);
    }
}
