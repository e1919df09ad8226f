package dev.limner.chat;

import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.ChatUser.SeenFile;
import dev.limner.command.CommandCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A chat platform in memory, with as many people as a test needs. It refuses what is above its limits, and fails where a
 * test tells it to. Events reach the listener in the thread of the person who causes them. Thread-safe.
 */
public final class FakePlatform implements ChatPlatform {

    public static final PlatformId ID = new PlatformId("fake");

    /** Where people are, unless they are told to be elsewhere. */
    public static final Place ROOM = new Place(new ChannelRef(ID, "room"), null, new CommunityRef(ID, "town"));

    /** Limits that no ordinary post meets. */
    public static final Capabilities ROOMY = new Capabilities(
            new TextLimit(4000, LengthUnit.UTF16_UNITS),
            new TextLimit(4000, LengthUnit.UTF16_UNITS),
            10,
            10L << 20,
            new TextLimit(1000, LengthUnit.UTF16_UNITS),
            5,
            new TextLimit(100, LengthUnit.UTF16_UNITS),
            new TextLimit(80, LengthUnit.UTF16_UNITS),
            Duration.ZERO,
            true);

    private final Map<ChannelRef, Map<String, Seen>> channels = new HashMap<>();
    private final Set<CommunityRef> left = new HashSet<>();
    private final Map<String, MessageRef> byNonce = new HashMap<>();
    private final Queue<Failure> failures = new ArrayDeque<>();
    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final Map<String, UserRef> people = new ConcurrentHashMap<>();
    private final List<Told> told = new ArrayList<>();
    private boolean hasPrivateLine;
    private @Nullable String hindrance;
    private Capabilities limits;
    private long lastId;
    private @Nullable ChatListener listener;
    private @Nullable CommandCatalog commands;

    public FakePlatform() {
        this(ROOMY);
    }

    public FakePlatform(Capabilities limits) {
        this.limits = limits;
        channels.put(ROOM.channel(), new LinkedHashMap<>());
    }

    /** A person in {@link #ROOM} without rights. */
    public FakeUser user(String name) {
        return user(name, name);
    }

    /** A person in {@link #ROOM} whose account is called otherwise, and whom commands can name. */
    public FakeUser user(String id, String name) {
        people.put(name, new UserRef(ID, id));
        return new FakeUser(this, ROOM, new Member(new UserRef(ID, id), name, false));
    }

    /** The account of somebody who was named as the others see them. */
    Optional<UserRef> named(String name) {
        return Optional.ofNullable(people.get(name));
    }

    /** A person in {@link #ROOM} who is a moderator. */
    public FakeUser moderator(String name) {
        return new FakeUser(this, ROOM, new Member(new UserRef(ID, name), name, true));
    }

    /** From now on, these are the limits of every channel. */
    public synchronized void limitTo(Capabilities newLimits) {
        limits = newLimits;
    }

    /** The next send that is not yet to fail does so, before anything is delivered. */
    public synchronized void failNextSend(ChatException failure) {
        failures.add(new Failure(failure, false));
    }

    /** The next send that is not yet to fail does so, but its message stands in the channel. */
    public synchronized void failNextSendAfterDelivering(ChatException failure) {
        failures.add(new Failure(failure, true));
    }

    /**
     * The next send that is not yet to wait delivers nothing before it may, as in a chat that is slow.
     *
     * @param reached is counted down when it begins to wait
     */
    public void holdNextSend(CountDownLatch reached, CountDownLatch until) {
        waits.add(new Wait(reached, until));
    }

    /** What the bot has posted and still stands, oldest first. */
    public synchronized List<Seen> standing(ChannelRef channel) {
        return List.copyOf(channels.getOrDefault(channel, Map.of()).values());
    }

    @Override
    public PlatformId id() {
        return ID;
    }

    @Override
    public synchronized void start(ChatListener newListener, CommandCatalog newCommands) {
        listener = newListener;
        commands = newCommands;
    }

    @Override
    public synchronized Capabilities capabilities(ChannelRef channel) {
        return limits;
    }

    @Override
    public MessageRef send(ChannelRef to, PlannedMessage message) throws ChatException {
        Wait wait = waits.poll();
        if (wait != null) {
            wait.reached().countDown();
            try {
                wait.until().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ChatException(ChatException.Kind.UNAVAILABLE, "interrupted", true, null, e);
            }
        }
        return sendNow(to, message);
    }

    private synchronized MessageRef sendNow(ChannelRef to, PlannedMessage message) throws ChatException {
        Failure failure = failures.poll();
        if (failure != null && !failure.afterDelivery()) {
            throw failure.exception();
        }
        MessageRef sent = deliver(to, message);
        if (failure != null) {
            throw failure.exception();
        }
        return sent;
    }

    /** From now on no pictures are taken. @param why what is said of that, with its fix */
    public synchronized void forbidPictures(String why) {
        hindrance = why;
    }

    @Override
    public synchronized Optional<String> postingHindrance(Place place) {
        return Optional.ofNullable(hindrance);
    }

    @Override
    public Optional<MessageEditor> editor() {
        return Optional.of(new Editor());
    }

    /** From now on people can be reached outside of any channel. */
    public synchronized void openPrivateLine() {
        hasPrivateLine = true;
    }

    /** Something told to one person outside of any channel. */
    public record Told(UserRef person, String text) {}

    /** Oldest first. */
    public synchronized List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized Optional<PrivateLine> privateLine() {
        return hasPrivateLine ? Optional.of(new Line()) : Optional.empty();
    }

    private final class Line implements PrivateLine {
        @Override
        public Capabilities capabilities() {
            return ROOMY;
        }

        @Override
        public void tell(UserRef person, PlannedMessage message) {
            synchronized (FakePlatform.this) {
                told.add(new Told(person, message.text()));
            }
        }
    }

    /** From now on the bot is not in that community, and nobody tells it so. */
    public synchronized void takeOutUnheard(CommunityRef community) {
        left.add(community);
    }

    @Override
    public synchronized Set<CommunityRef> left(Set<CommunityRef> known) {
        return known.stream().filter(left::contains).collect(Collectors.toSet());
    }

    @Override
    public synchronized void close() {
        listener = null;
    }

    synchronized Optional<ChatListener> listener() {
        return Optional.ofNullable(listener);
    }

    synchronized CommandCatalog commands() {
        return commands == null ? CommandCatalog.standard() : commands;
    }

    synchronized long newId() {
        return ++lastId;
    }

    synchronized void enter(ChannelRef channel) {
        channels.computeIfAbsent(channel, c -> new LinkedHashMap<>());
    }

    /** How a client shows a message, if it is within the limits. */
    synchronized Seen show(String id, PlannedMessage message) throws ChatException {
        refuseAboveLimits(message);
        List<SeenFile> files = new ArrayList<>();
        for (Attachment attachment : message.attachments()) {
            String name = (attachment.spoiler() ? "SPOILER_" : "") + attachment.fileName();
            files.add(new SeenFile(name, bytes(attachment), attachment.altText()));
        }
        MessageRef replyTo = message.replyTo();
        return new Seen(id, message.text(), files, message.buttons(), replyTo == null ? null : replyTo.id(), false);
    }

    private MessageRef deliver(ChannelRef to, PlannedMessage message) throws ChatException {
        Map<String, Seen> channel = channels.get(to);
        if (channel == null) {
            throw new ChatException(ChatException.Kind.GONE, "there is no channel " + to);
        }
        if (hindrance != null && !message.attachments().isEmpty()) {
            throw new ChatException(ChatException.Kind.FORBIDDEN, "no pictures are taken here");
        }
        MessageRef earlier = limits.postsOnce() && message.nonce() != null ? byNonce.get(message.nonce()) : null;
        if (earlier != null) {
            return earlier;
        }
        MessageRef sent = new MessageRef(to, Long.toString(newId()));
        channel.put(sent.id(), show(sent.id(), message));
        if (message.nonce() != null) {
            byNonce.put(message.nonce(), sent);
        }
        return sent;
    }

    private void refuseAboveLimits(PlannedMessage message) throws ChatException {
        boolean picture = !message.attachments().isEmpty();
        boolean fits = (picture ? limits.caption() : limits.text()).fits(message.text())
                && (picture || !message.text().isBlank())
                && message.attachments().size() <= limits.attachments()
                && message.attachments().stream()
                        .allMatch(a -> a.content().size() <= limits.attachmentBytes()
                                && limits.altText().fits(a.altText()))
                && fit(message.buttons());
        if (!fits) {
            throw new ChatException(ChatException.Kind.REFUSED, "empty, or above a limit of the platform");
        }
    }

    private boolean fit(Collection<Button> buttons) {
        return buttons.size() <= limits.buttons()
                && buttons.stream()
                        .allMatch(b -> limits.buttonId().fits(b.id())
                                && limits.buttonLabel().fits(b.label()));
    }

    private static byte[] bytes(Attachment attachment) throws ChatException {
        try (InputStream in = attachment.content().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ChatException(ChatException.Kind.REFUSED, "unreadable file", false, null, e);
        }
    }

    private record Wait(CountDownLatch reached, CountDownLatch until) {}

    private record Failure(ChatException exception, boolean afterDelivery) {}

    private final class Editor implements MessageEditor {

        @Override
        public void edit(MessageRef message, PlannedMessage replacement) throws ChatException {
            synchronized (FakePlatform.this) {
                Map<String, Seen> channel = channels.getOrDefault(message.channel(), Map.of());
                if (!channel.containsKey(message.id())) {
                    throw new ChatException(ChatException.Kind.GONE, "there is no message " + message.id());
                }
                channel.put(message.id(), show(message.id(), replacement));
            }
        }

        @Override
        public void delete(MessageRef message) {
            synchronized (FakePlatform.this) {
                channels.getOrDefault(message.channel(), new HashMap<>()).remove(message.id());
            }
        }
    }
}
