package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Discord's objects, with the fields that it sends. */
final class Payloads {
    static final String GUILD = "100000000000000001";
    static final String BOT = "100000000000000002";
    static final String BOT_ROLE = "100000000000000003";
    static final String PLAYER_ROLE = "100000000000000004";
    static final String MODERATOR_ROLE = "100000000000000005";
    static final String WRITING = "100000000000000010";
    static final String OTHER = "100000000000000011";
    static final String FORUM = "100000000000000012";
    static final String VOICE = "100000000000000013";
    static final String THREAD = "100000000000000014";
    static final String ASIDE = "100000000000000016";
    static final String ADULTS_ASIDE = "100000000000000017";
    static final String ADULTS = "100000000000000015";

    /** A server of another connection, when there are two: Discord divides them by the bits above the 22nd. */
    static final String NEXT_DOOR = "100000000004194305";

    static final String ELSEWHERE = "100000000004194320";

    /** View Channel, Send Messages, Attach Files, Read Message History, Send Messages in Threads. */
    static final long BOT_RIGHTS = 1L << 10 | 1L << 11 | 1L << 15 | 1L << 16 | 1L << 38;

    /** View Channel, Send Messages, Read Message History, Connect. */
    static final long EVERYBODYS_RIGHTS = 1L << 10 | 1L << 11 | 1L << 16 | 1L << 20;

    private static final long MANAGE_CHANNELS = 1L << 4;

    private Payloads() {}

    static ObjectNode user(String id, String name, boolean bot) {
        return Json.object()
                .put("id", id)
                .put("username", name)
                .put("global_name", bot ? null : name)
                .put("discriminator", "0")
                .put("avatar", (String) null)
                .put("bot", bot);
    }

    static ObjectNode member(ObjectNode user, List<String> roles) {
        ObjectNode member = Json.object()
                .put("joined_at", "2026-01-01T00:00:00.000000+00:00")
                .put("deaf", false)
                .put("mute", false)
                .put("flags", 0);
        ArrayNode held = member.putArray("roles");
        roles.forEach(held::add);
        member.set("user", user);
        return member;
    }

    /**
     * @param everybodysRights what the role allows that everybody has, everywhere
     * @param botRights what the bot's role allows everywhere
     */
    static ObjectNode guild(
            String id, String name, long everybodysRights, long botRights, ArrayNode channels, ArrayNode threads) {
        ObjectNode guild = Json.object()
                .put("id", id)
                .put("name", name)
                .put("owner_id", "100000000000000099")
                .put("afk_timeout", 300)
                .put("member_count", 5)
                .put("preferred_locale", "en-US")
                .put("premium_tier", 0)
                .put("verification_level", 0)
                .put("premium_progress_bar_enabled", false)
                .put("large", false)
                .put("unavailable", false);
        ArrayNode roles = guild.putArray("roles");
        roles.add(role(id, "@everyone", everybodysRights));
        roles.add(role(BOT_ROLE, "Limner", botRights));
        roles.add(role(PLAYER_ROLE, "Player", 0));
        roles.add(role(MODERATOR_ROLE, "Moderator", MANAGE_CHANNELS));
        guild.set("channels", channels);
        guild.set("threads", threads);
        guild.putArray("members").add(member(user(BOT, "Limner", true), List.of(BOT_ROLE)));
        for (String empty : List.of(
                "guild_scheduled_events",
                "voice_states",
                "emojis",
                "stickers",
                "presences",
                "stage_instances",
                "features",
                "soundboard_sounds")) {
            guild.putArray(empty);
        }
        return guild;
    }

    private static ObjectNode role(String id, String name, long permissions) {
        ObjectNode role = Json.object()
                .put("id", id)
                .put("name", name)
                .put("color", 0)
                .put("hoist", false)
                .put("position", 1)
                .put("permissions", Long.toString(permissions))
                .put("managed", false)
                .put("mentionable", false)
                .put("flags", 0);
        role.putObject("colors")
                .put("primary_color", 0)
                .put("secondary_color", (Integer) null)
                .put("tertiary_color", (Integer) null);
        return role;
    }

    static ObjectNode channel(String id, String guild, int type, String name, boolean ageRestricted) {
        ObjectNode channel = Json.object()
                .put("id", id)
                .put("type", type)
                .put("guild_id", guild)
                .put("name", name)
                .put("position", 1)
                .put("nsfw", ageRestricted)
                .put("flags", 0)
                .put("topic", (String) null)
                .put("parent_id", (String) null)
                .put("rate_limit_per_user", 0)
                .put("last_message_id", (String) null);
        channel.putArray("permission_overwrites");
        if (type == 2) {
            channel.put("bitrate", 64000).put("user_limit", 0);
        }
        if (type == 15) {
            channel.putArray("available_tags");
            channel.put("default_forum_layout", 0);
        }
        return channel;
    }

    static ObjectNode thread(String id, String guild, String name, String parent) {
        ObjectNode thread = channel(id, guild, 11, name, false)
                .put("parent_id", parent)
                .put("owner_id", BOT)
                .put("message_count", 0)
                .put("member_count", 1)
                .put("total_message_sent", 0);
        thread.putObject("thread_metadata")
                .put("archived", false)
                .put("auto_archive_duration", 1440)
                .put("archive_timestamp", "2026-01-01T00:00:00.000000+00:00")
                .put("locked", false);
        return thread;
    }

    static ObjectNode message(Message m, Map<String, ObjectNode> mentioned) {
        ObjectNode json = Json.object()
                .put("id", m.id)
                .put("type", m.replyTo == null ? 0 : 19)
                .put("channel_id", m.channel)
                .put("content", m.content)
                .put("timestamp", Instant.now().toString())
                .put("edited_timestamp", m.edited ? "2026-11-01T00:00:00.000000+00:00" : null)
                .put("tts", false)
                .put("mention_everyone", false)
                .put("pinned", false)
                .put("flags", 0);
        json.set("author", m.author);
        ArrayNode mentions = json.putArray("mentions");
        mentioned.forEach((id, user) -> {
            if (m.content.contains("<@" + id + ">")) {
                mentions.add(user);
            }
        });
        json.putArray("mention_roles");
        json.set("attachments", m.attachments);
        json.putArray("embeds");
        json.set("components", m.components);
        if (m.webhook != null) {
            json.put("webhook_id", m.webhook).put("application_id", "100000000000000077");
        }
        return json;
    }
}
