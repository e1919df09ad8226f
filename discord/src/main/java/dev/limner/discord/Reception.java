package dev.limner.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.Member;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.Place;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all interactions have in common: each is taken once, from servers only, and handed to the core. Thread-safe. */
final class Reception {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private static final String FAILED = "That went wrong on my side. Try again.";

    private final ChatListener listener;
    private final WaysBack waysBack;
    private final MessagePlanner planner = new MessagePlanner();
    private final Threads threads;
    /** Discord replays after a lost connection; a token is of no use after 15 minutes. */
    private final Cache<Long, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(20))
            .build();

    Reception(ChatListener listener, WaysBack waysBack, Threads threads) {
        this.listener = listener;
        this.waysBack = waysBack;
        this.threads = threads;
    }

    /**
     * Whence an interaction came.
     *
     * @param limits of answers to it
     */
    record Visitor(GuildChannel channel, Member by, Capabilities limits) {
        Place place() {
            return Ids.place(channel);
        }
    }

    /** Empty when it was seen before, or comes from where there is nothing to do; the latter is answered. */
    <E extends GenericInteractionCreateEvent & IReplyCallback> Optional<Visitor> admit(E event) {
        if (seen.asMap().putIfAbsent(event.getIdLong(), Boolean.TRUE) != null) {
            return Optional.empty();
        }
        var guild = event.getGuild();
        var member = event.getMember();
        if (guild == null || guild.isDetached() || member == null) {
            event.reply("I draw the stories of servers. Invite me to one, and ask me there.")
                    .setEphemeral(true)
                    .queue(done -> {}, tooLate -> {});
            return Optional.empty();
        }
        GuildChannel channel = (GuildChannel) event.getGuildChannel();
        return Optional.of(new Visitor(channel, Ids.member(member, channel), limits(event, guild)));
    }

    /** Discord names the limit in each interaction; JDA tells it in the raw event only. */
    private static Capabilities limits(GenericInteractionCreateEvent event, Guild guild) {
        DataObject raw = event.getRawData();
        long known = guild.getMaxFileSize();
        return Limits.of(raw == null ? known : raw.getObject("d").getLong("attachment_size_limit", known));
    }

    boolean mayOpenForm(String buttonId) {
        return listener.mayOpenForm(buttonId);
    }

    /** What of the way back to an interaction outlives this process. */
    Responder.Lasting lasting(InteractionHook hook) {
        return waysBack.of(hook);
    }

    /** @param task must not block */
    void later(Duration delay, Runnable task) {
        threads.later(delay, task);
    }

    /** @param after what remains to be done when the core has done its part */
    void hand(ChatEvent event, Responder responder, Runnable after) {
        try {
            CompletionStage<Void> handled = listener.onEvent(event);
            var unused = handled.whenComplete((nothing, fault) -> {
                if (fault == null) {
                    after.run();
                } else if (fault instanceof RejectedExecutionException) {
                    answer(responder, "There is too much going on here at the moment. Try again in a minute.");
                } else {
                    answer(responder, FAILED);
                }
            });
        } catch (RuntimeException e) {
            log.error("an event of {} was not taken", event.place().channel(), e);
            answer(responder, FAILED);
        }
    }

    /** Not in a thread of JDA's, which must not wait. */
    void answer(Responder responder, String text) {
        threads.answer(() -> respond(responder, text));
    }

    private void respond(Responder responder, String text) {
        try {
            for (PlannedMessage part : planner.plan(OutgoingPost.text(text), responder.capabilities())
                    .messages()) {
                BackOff.OF_AN_ANSWER.untilAnswered(() -> responder.respond(part));
            }
        } catch (ChatException e) {
            log.info("answer not delivered: {}", e.getMessage());
        }
    }
}
