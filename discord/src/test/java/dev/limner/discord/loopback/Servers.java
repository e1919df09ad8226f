package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The servers with their channels, and what the bot may do in them. Thread-safe. */
final class Servers {
    private static final long VIEW = 1L << 10;
    private static final long SEND = 1L << 11;
    private static final long ATTACH = 1L << 15;
    private static final long HISTORY = 1L << 16;
    private static final long CONNECT = 1L << 20;
    private static final long SEND_IN_THREADS = 1L << 38;

    private static final int TEXT = 0;
    private static final int VOICE_CHANNEL = 2;
    private static final int THREAD_CHANNEL = 11;
    private static final int PRIVATE_THREAD = 12;
    private static final int FORUM_CHANNEL = 15;

    private final Map<String, Server> servers = new LinkedHashMap<>();
    private final Map<String, Room> rooms = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, List<Overwrite>> overwrites = new HashMap<>();
    private long everybodysRights = Payloads.EVERYBODYS_RIGHTS;
    private long botRights = Payloads.BOT_RIGHTS;
    private boolean contentGranted = true;
    private boolean expelled;
    private final Set<String> archived = new HashSet<>();
    private final Set<String> locked = new HashSet<>();
    private final Set<String> inviteOnly = new HashSet<>();
    private int shards = 1;

    /** Bytes that one attachment may have; Discord's documentation, "Uploading Files": 10 MiB. */
    private long fileLimit = 10L << 20;

    Servers() {
        add(new Server(
                Payloads.GUILD,
                "Town",
                List.of(
                        new Room(Payloads.WRITING, Payloads.GUILD, TEXT, "writing", false, null),
                        new Room(Payloads.OTHER, Payloads.GUILD, TEXT, "other", false, null),
                        new Room(Payloads.FORUM, Payloads.GUILD, FORUM_CHANNEL, "forum", false, null),
                        new Room(Payloads.VOICE, Payloads.GUILD, VOICE_CHANNEL, "voice", false, null),
                        new Room(Payloads.ADULTS, Payloads.GUILD, TEXT, "adults", true, null),
                        new Room(Payloads.THREAD, Payloads.GUILD, THREAD_CHANNEL, "post", false, Payloads.FORUM),
                        new Room(Payloads.ASIDE, Payloads.GUILD, THREAD_CHANNEL, "aside", false, Payloads.WRITING),
                        new Room(
                                Payloads.ADULTS_ASIDE,
                                Payloads.GUILD,
                                THREAD_CHANNEL,
                                "adults-aside",
                                false,
                                Payloads.ADULTS))));
    }

    /** A channel or thread; the latter has a parent. */
    private record Room(
            String id,
            String server,
            int type,
            String name,
            boolean ageRestricted,
            @Nullable String parent) {
        ObjectNode json() {
            return parent == null
                    ? Payloads.channel(id, server, type, name, ageRestricted)
                    : Payloads.thread(id, server, name, parent);
        }
    }

    private record Server(String id, String name, List<Room> rooms) {}

    private void add(Server server) {
        servers.put(server.id(), server);
        server.rooms().forEach(room -> rooms.put(room.id(), room));
    }

    /** The second server, whose events go over another connection when there are two. */
    synchronized void addNextDoor() {
        add(new Server(
                Payloads.NEXT_DOOR,
                "Next Door",
                List.of(new Room(Payloads.ELSEWHERE, Payloads.NEXT_DOOR, TEXT, "elsewhere", false, null))));
    }

    /** Many that only are there. */
    synchronized void addCrowd(int count, int channelsEach) {
        long first = Long.parseLong(Payloads.GUILD) + (16L << 22);
        for (int i = 0; i < count; i++) {
            long id = first + ((long) i << 22);
            List<Room> inside = new ArrayList<>();
            for (int k = 1; k <= channelsEach; k++) {
                inside.add(new Room(Long.toString(id + k), Long.toString(id), TEXT, "channel-" + k, false, null));
            }
            add(new Server(Long.toString(id), "Server " + i, inside));
        }
    }

    synchronized List<String> ids() {
        return List.copyOf(servers.keySet());
    }

    /** As {@code GUILD_CREATE} tells of it. */
    synchronized ObjectNode json(String id) {
        Server server = Objects.requireNonNull(servers.get(id));
        ArrayNode channels = Json.array();
        ArrayNode threads = Json.array();
        server.rooms().stream()
                .filter(room -> !inviteOnly.contains(room.id()))
                .forEach(room -> (room.parent() == null ? channels : threads).add(json(room)));
        return Payloads.guild(id, server.name(), everybodysRights, botRights, channels, threads);
    }

    private ObjectNode json(Room room) {
        ObjectNode json = room.json();
        ArrayNode listed = json.withArrayProperty("permission_overwrites");
        overwrites.getOrDefault(room.id(), List.of()).forEach(overwrite -> listed.add(overwrite.json()));
        return json;
    }

    /** As {@code GET users/@me/guilds} lists them, by the time of their making. */
    synchronized ArrayNode list(long after, int limit) {
        ArrayNode all = Json.array();
        servers.values().stream()
                .filter(s -> Long.parseLong(s.id()) > after && !(expelled && s.id().equals(Payloads.GUILD)))
                .sorted(Comparator.comparing(s -> Long.parseLong(s.id())))
                .limit(limit)
                .forEach(s -> all.addObject()
                        .put("id", s.id())
                        .put("name", s.name())
                        .put("owner", false)
                        .put("permissions", Long.toString(everybodysRights | botRights)));
        return all;
    }

    synchronized String of(String channel) {
        Room room = rooms.get(channel);
        return room == null ? Payloads.GUILD : room.server();
    }

    synchronized ObjectNode channel(String id) {
        ObjectNode channel = json(Objects.requireNonNull(rooms.get(id)));
        if (channel.path("thread_metadata") instanceof ObjectNode thread) {
            thread.put("archived", archived.contains(id)).put("locked", locked.contains(id));
        }
        if (inviteOnly.contains(id)) {
            channel.put("type", PRIVATE_THREAD);
        }
        return channel;
    }

    synchronized void archive(String thread, boolean lock) {
        archived.add(thread);
        if (lock) {
            locked.add(thread);
        }
    }

    /** Of a private thread the bot is told nothing before it is added. */
    synchronized void keepPrivate(String thread) {
        inviteOnly.add(thread);
    }

    /** What a post does to a thread. @return whether it was archived */
    synchronized boolean open(String channel) {
        return archived.remove(channel);
    }

    /** Messages of archived threads can be deleted and not changed. */
    synchronized void requireOpen(String channel) {
        if (archived.contains(channel)) {
            throw new Refusal(400, 50083, "Thread is archived");
        }
    }

    synchronized void deleteChannel(String channel) {
        gone.add(channel);
    }

    synchronized void expel() {
        expelled = true;
    }

    synchronized void bringBack() {
        expelled = false;
    }

    /** No role of the bot's allows it any longer. */
    synchronized void takeRight(long right) {
        everybodysRights &= ~right;
        botRights &= ~right;
    }

    /** In a channel, and the threads under it. */
    synchronized void overwrite(String channel, Overwrite overwrite) {
        overwrites.computeIfAbsent(channel, c -> new ArrayList<>()).add(overwrite);
    }

    /** Of the bot; a thread has those of its channel. */
    private long rights(Room room) {
        String own = room.parent() == null ? room.id() : room.parent();
        long rights = Overwrite.apply(
                overwrites.getOrDefault(own, List.of()),
                everybodysRights | botRights,
                room.server(),
                List.of(Payloads.BOT_ROLE),
                Payloads.BOT);
        return room.type() == VOICE_CHANNEL && (rights & CONNECT) == 0 ? 0 : rights;
    }

    synchronized void withholdContent() {
        contentGranted = false;
    }

    synchronized boolean contentGranted() {
        return contentGranted;
    }

    synchronized void shards(int recommended) {
        shards = recommended;
    }

    synchronized int shards() {
        return shards;
    }

    synchronized void fileLimit(long bytes) {
        fileLimit = bytes;
    }

    synchronized long fileLimit() {
        return fileLimit;
    }

    /**
     * Refuses what Discord refuses of a bot that does not see a channel.
     *
     * @return what it may do there
     */
    synchronized long requireSight(String channel) {
        Room room = rooms.get(channel);
        if (gone.contains(channel) || room == null) {
            throw Refusal.unknownChannel();
        }
        long rights = rights(room);
        if (expelled || inviteOnly.contains(channel) || (rights & VIEW) == 0) {
            throw new Refusal(403, 50001, "Missing Access");
        }
        return rights;
    }

    synchronized void requireFiles(String channel, boolean withFiles) {
        if (withFiles && (requireSight(channel) & ATTACH) == 0) {
            throw Refusal.missingPermissions();
        }
    }

    /** Refuses what Discord refuses of a bot without the rights to post. */
    synchronized void requireRights(String channel, boolean withFiles, boolean inReply) {
        long rights = requireSight(channel);
        if (locked.contains(channel)) {
            throw new Refusal(400, 160005, "The thread is locked");
        }
        long send = Objects.requireNonNull(rooms.get(channel)).parent() == null ? SEND : SEND_IN_THREADS;
        if ((rights & send) == 0) {
            throw Refusal.missingPermissions();
        }
        requireFiles(channel, withFiles);
        if (inReply && (rights & HISTORY) == 0) {
            throw new Refusal(400, 160002, "Cannot reply without permission to read message history");
        }
    }
}
