package dev.limner.telegram;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.api.BotAddress;
import dev.limner.telegram.api.BotApi;
import dev.limner.telegram.api.Poller;
import dev.limner.telegram.api.Polls;
import dev.limner.telegram.event.Bot;
import dev.limner.telegram.event.Ears;
import dev.limner.telegram.event.UpdateHandler;
import dev.limner.telegram.inbox.ConversationStore;
import dev.limner.telegram.inbox.Inbox;
import dev.limner.telegram.inbox.QuestionStore;
import dev.limner.telegram.post.Address;
import dev.limner.telegram.post.Outbox;
import dev.limner.telegram.post.Posts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Groups, forum topics and private chats of Telegram, by long polling. Thread-safe. */
public final class Telegram implements ChatPlatform {
    public static final PlatformId ID = Address.ID;

    private static final Logger log = LoggerFactory.getLogger(Telegram.class);
    /** More than the chats that the outbox waits for, since the first try of an answer is made here. */
    private static final int THREADS = 48;
    /** The other platforms start after this one. */
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(5);

    private static final int TELL_EVERY = 10;
    /** Leaves time for the rest of a shutdown that is to take 5 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final BotApi api;
    private final Polls polls;
    private final Posts posts;
    private final Outbox outbox = new Outbox();
    private final Inbox inbox;
    private final QuestionStore questions;
    private final ConversationStore conversations;
    private final InstantSource clock;
    private final Profile profile;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private volatile String summary = "";
    private volatile @Nullable String refusal;
    private volatile @Nullable Poller polling;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closed;

    public Telegram(
            BotAddress address,
            Inbox inbox,
            QuestionStore questions,
            ConversationStore conversations,
            InstantSource clock) {
        this.api = new BotApi(address, clock);
        this.polls = new Polls(address);
        this.posts = new Posts(api);
        this.inbox = inbox;
        this.questions = questions;
        this.conversations = conversations;
        this.clock = clock;
        this.profile = new Profile(api);
    }

    @Override
    public PlatformId id() {
        return ID;
    }

    /**
     * Starts. Where Telegram does not answer, this returns all the same, and it is tried again in the background.
     *
     * @throws ChatException when Telegram knows no such token
     */
    @Override
    public void start(ChatListener listener, CommandCatalog commands) throws ChatException {
        if (started.getAndSet(true)) {
            throw new IllegalStateException("started already");
        }
        try {
            begin(profile.bot(FIRST_PATIENCE), listener, commands);
        } catch (ChatException e) {
            if (!e.mayRetry()) {
                throw e;
            }
            log.warn("{}. It is tried again until it answers", e.getMessage());
            summary = "does not answer yet; it is tried again in the background";
            persist("arrival", failed -> hasArrived(failed, listener, commands), 1);
        }
    }

    private synchronized void persist(String what, Persistence.Attempt attempt, int failed) {
        if (!closed) {
            Persistence persistence = new Persistence(what, attempt);
            running.push(persistence);
            persistence.begin(failed);
        }
    }

    /** Telegram is asked outside the lock, so that a call which hangs does not hold up {@link #close}. */
    private boolean hasArrived(int failed, ChatListener listener, CommandCatalog commands) {
        try {
            begin(profile.bot(), listener, commands);
            return true;
        } catch (ChatException e) {
            if (!e.mayRetry()) {
                refused(e.getMessage() + ". Telegram stays off until the next start");
                return true;
            }
            if (failed % TELL_EVERY == 0) {
                log.warn("{}. Still trying", e.getMessage());
            }
            return false;
        }
    }

    private void begin(Bot bot, ChatListener listener, CommandCatalog commands) {
        persist("menus", failed -> areMenusSet(failed, commands), 0);
        poll(bot, listener, commands);
    }

    private boolean areMenusSet(int failed, CommandCatalog commands) {
        try {
            profile.offer(commands);
            return true;
        } catch (ChatException e) {
            if (failed % TELL_EVERY == 0 && !closed) {
                log.warn("the menus of commands are not set: {}", e.getMessage());
            }
            return !e.mayRetry();
        }
    }

    private synchronized void poll(Bot bot, ChatListener listener, CommandCatalog commands) {
        if (closed) {
            return;
        }
        UpdateHandler handler = Ears.of(
                bot,
                api,
                posts,
                outbox,
                inbox,
                questions,
                conversations,
                this::capabilities,
                listener,
                commands,
                clock);
        // what was kept is handled, however much it is: the dispatch alone limits how much is under way
        ChannelLanes lanes = new ChannelLanes(THREADS, Integer.MAX_VALUE);
        Dispatch dispatch = new Dispatch(handler, inbox, lanes);
        Poller poller = new Poller(polls, inbox, dispatch::accept, this::refused);
        running.push(lanes(lanes));
        running.push(dispatch);
        running.push(poller);
        api.listen(dispatch::moved);
        poller.start();
        polling = poller;
        summary = "https://t.me/" + bot.userName();
        log.info("polling as @{}", bot.userName());
    }

    private void refused(String why) {
        log.error(why);
        summary = why;
        refusal = why;
    }

    @Override
    public Optional<String> outage() {
        String why = refusal;
        Poller now = polling;
        if (why != null) {
            return Optional.of(why);
        }
        return now == null ? Optional.of(summary.isEmpty() ? "not started" : summary) : now.trouble();
    }

    /** The bot's address, where people find it, or why it is not found yet; empty before the start. */
    public String summary() {
        return summary;
    }

    private static AutoCloseable lanes(ChannelLanes lanes) {
        return () -> lanes.close(PATIENCE);
    }

    @Override
    public Capabilities capabilities(ChannelRef channel) {
        return Limits.of(channel);
    }

    @Override
    public MessageRef send(ChannelRef to, PlannedMessage message) throws ChatException {
        return posts.send(to, message);
    }

    @Override
    public Optional<MessageEditor> editor() {
        return Optional.of(posts);
    }

    @Override
    public List<String> hindrances(Place place) {
        try {
            return profile.blindSpot(Address.of(place.channel())).stream().toList();
        } catch (ChatException e) {
            log.warn("not known what can be read in {}: {}", place.channel(), e.getMessage());
            return List.of();
        }
    }

    /**
     * Asked of each group alone: there is no list of those that a bot is in. Private chats have no members. A group of which
     * Telegram does not tell now is passed over.
     *
     * @throws ChatException when it tells of none
     */
    @Override
    public Set<CommunityRef> left(Set<CommunityRef> known) throws ChatException {
        Set<CommunityRef> left = new HashSet<>();
        Bot bot = profile.bot();
        ChatException fault = null;
        boolean told = false;
        for (CommunityRef community : known) {
            if (!community.id().startsWith("-")) {
                continue;
            }
            try {
                if (profile.isOut(bot, community.id())) {
                    left.add(community);
                }
                told = true;
            } catch (ChatException e) {
                log.info("not known whether the bot is still in {}: {}", community, e.getMessage());
                fault = e;
            }
        }
        if (fault != null && !told) {
            throw fault;
        }
        return left;
    }

    @Override
    public void forget(UserRef person) {
        outbox.forget(person.id());
        conversations.forget(person.id());
        questions.forget(person.id());
        inbox.forget(person.id());
    }

    /** What is under way is taken up after the next start, from the inbox. */
    @Override
    public synchronized void close() {
        closed = true;
        @Nullable Poller poller = running.peek() instanceof Poller first ? first : null;
        if (poller != null) {
            poller.close();
        }
        polls.close();
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                log.warn("a part did not close", e);
            }
        }
        outbox.close();
        api.close();
        if (poller != null) {
            poller.join();
        }
    }
}
