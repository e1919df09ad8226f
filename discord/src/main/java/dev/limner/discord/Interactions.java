package dev.limner.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.ChatEvent.MessagePicked;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.Member;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSpec;
import dev.limner.command.CommandSyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.GenericCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slash commands, the menu entry, buttons and forms: acknowledged at once, then handed to the core. */
final class Interactions extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(Interactions.class);

    /** Discord allows 3 s; what is on its way back needs some of that. */
    private static final Duration ACKNOWLEDGE_BY = Duration.ofMillis(1500);

    private final ChatListener listener;
    private final CommandCatalog catalog;
    private final CommandValues values;
    private final Posts posts;
    private final MessagePlanner planner = new MessagePlanner();
    private final ScheduledExecutorService timer;
    /** Discord replays after a lost connection; a token is of no use after 15 minutes. */
    private final Cache<Long, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(20))
            .build();

    Interactions(
            ChatListener listener,
            CommandCatalog catalog,
            CommandValues values,
            Posts posts,
            ScheduledExecutorService timer) {
        this.listener = listener;
        this.catalog = catalog;
        this.values = values;
        this.posts = posts;
        this.timer = timer;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        begin(event).ifPresent(where -> slash(event, where));
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        if (!event.getName().equals(CommandMenu.ILLUSTRATE)) {
            return;
        }
        begin(event).ifPresent(where -> {
            SlashResponder responder = thinking(event, where);
            hand(
                    new MessagePicked(where.by(), Ears.posted(event.getTarget(), where.channel()), responder),
                    responder,
                    responder::finish);
        });
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        begin(event).ifPresent(where -> {
            ComponentResponder responder = new ComponentResponder(event, event, where.limits(), late(where));
            acknowledgeInTime(responder);
            hand(
                    new ButtonPressed(
                            Ids.place(where.channel()),
                            where.by(),
                            Ids.message(where.channel(), event.getMessageIdLong()),
                            event.getComponentId(),
                            responder),
                    responder,
                    responder::acknowledge);
        });
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        begin(event).ifPresent(where -> {
            ComponentResponder responder = new ComponentResponder(event, null, where.limits(), late(where));
            responder.acknowledge();
            ModalMapping value = event.getValue(ComponentResponder.FIELD);
            hand(
                    new FormSubmitted(
                            Ids.place(where.channel()),
                            where.by(),
                            event.getModalId(),
                            value == null ? "" : value.getAsString(),
                            responder),
                    responder,
                    () -> {});
        });
    }

    /** Has 3 s and no deferral: late suggestions are of no use, so those that cannot begin are dropped. */
    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        if (event.getGuild() == null || event.getGuild().isDetached()) {
            return;
        }
        try {
            timer.execute(() -> suggest(event));
        } catch (RejectedExecutionException closing) {
            log.debug("no suggestions while closing");
        }
    }

    private void suggest(CommandAutoCompleteInteractionEvent event) {
        String typed = event.getFocusedOption().getValue();
        try {
            var choices = catalog
                    .find(event.getName(), event.getSubcommandName())
                    .flatMap(spec -> spec.option(event.getFocusedOption().getName()))
                    .map(option ->
                            listener.suggestions(Ids.place(event.getGuildChannel()), option, typed, Limits.SUGGESTIONS))
                    .orElseGet(List::of)
                    .stream()
                    .filter(name -> name.length() <= Limits.SUGGESTION)
                    .toList();
            event.replyChoiceStrings(choices).queue(done -> {}, tooLate -> {});
        } catch (RuntimeException e) {
            log.warn("no suggestions for {}", event.getFullCommandName(), e);
        }
    }

    private void slash(SlashCommandInteractionEvent event, Where where) {
        SlashResponder responder = thinking(event, where);
        Optional<CommandSpec> spec = catalog.find(event.getName(), event.getSubcommandName());
        if (spec.isEmpty()) {
            answerSoon(responder, "That command is no longer there. /help shows those there are.");
            return;
        }
        try {
            hand(
                    new CommandInvoked(
                            Ids.place(where.channel()),
                            where.by(),
                            values.read(spec.get(), event.getOptions()),
                            null,
                            responder),
                    responder,
                    responder::finish);
        } catch (CommandSyntaxException e) {
            answerSoon(responder, String.valueOf(e.getMessage()));
        }
    }

    /** Empty when it was seen before, or comes from where there is nothing to do; the latter is answered. */
    private <E extends Interaction & IReplyCallback> Optional<Where> begin(E event) {
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
        return Optional.of(new Where(channel, Ids.member(member, channel), Limits.of(guild.getMaxFileSize())));
    }

    private SlashResponder thinking(GenericCommandInteractionEvent event, Where where) {
        event.deferReply(true).queue(done -> {}, tooLate -> log.info("a command was acknowledged too late"));
        return new SlashResponder(
                event.getHook(), where.limits(), Ids.channel(where.channel().getIdLong()), posts);
    }

    private SlashResponder.LateAnswer late(Where where) {
        return message -> posts.send(Ids.channel(where.channel().getIdLong()), message);
    }

    private void acknowledgeInTime(ComponentResponder responder) {
        try {
            var unused = timer.schedule(responder::acknowledge, ACKNOWLEDGE_BY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            responder.acknowledge();
        }
    }

    /** @param after what remains to be done when the core has done its part */
    private void hand(ChatEvent event, Responder responder, Runnable after) {
        try {
            CompletionStage<Void> handled = listener.onEvent(event);
            var unused = handled.whenComplete((nothing, fault) -> {
                if (fault instanceof RejectedExecutionException) {
                    answerSoon(responder, "There is too much going on here at the moment. Try again in a minute.");
                } else {
                    after.run();
                }
            });
        } catch (RuntimeException e) {
            log.error("an event of {} was not taken", event.place().channel(), e);
            answerSoon(responder, "That went wrong on my side. Try again.");
        }
    }

    /** Not in a thread of JDA's, which must not wait. */
    private void answerSoon(Responder responder, String text) {
        try {
            timer.execute(() -> respond(responder, text));
        } catch (RejectedExecutionException closing) {
            log.debug("not answered while closing");
        }
    }

    private void respond(Responder responder, String text) {
        try {
            for (PlannedMessage part : planner.plan(OutgoingPost.text(text), responder.capabilities())
                    .messages()) {
                responder.respond(part);
            }
        } catch (ChatException e) {
            log.info("answer not delivered: {}", e.getMessage());
        }
    }

    private record Where(GuildChannel channel, Member by, Capabilities limits) {}
}
