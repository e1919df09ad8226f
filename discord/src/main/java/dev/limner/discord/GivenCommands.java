package dev.limner.discord;

import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.MessagePicked;
import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSpec;
import dev.limner.command.CommandSyntaxException;
import dev.limner.command.Invocation;
import dev.limner.discord.Reception.Visitor;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slash commands, the forms that complete them, and the menu entry: acknowledged at once, then handed to the core. */
final class GivenCommands extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(GivenCommands.class);

    private final Reception reception;
    private final CommandCatalog catalog;
    private final CommandValues values;

    GivenCommands(Reception reception, CommandCatalog catalog, CommandValues values) {
        this.reception = reception;
        this.catalog = catalog;
        this.values = values;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        Optional<CommandSpec> spec = catalog.find(event.getName(), event.getSubcommandName());
        reception.admit(event).ifPresent(visitor -> {
            if (spec.isPresent() && CommandForm.isNeeded(spec.get(), event.getOptions())) {
                openForm(event, spec.get());
            } else {
                follow(event, visitor, spec, found -> values.read(found, event.getOptions(), event.getGuild()));
            }
        });
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        if (CommandForm.isOne(event.getModalId())) {
            Optional<CommandSpec> spec = CommandForm.command(event.getModalId(), catalog);
            reception
                    .admit(event)
                    .ifPresent(visitor ->
                            follow(event, visitor, spec, found -> values.readForm(found, event.getValues())));
        }
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        if (!event.getName().equals(CommandMenu.ILLUSTRATE)) {
            return;
        }
        reception.admit(event).ifPresent(visitor -> {
            SlashResponder responder = thinking(event, visitor);
            reception.hand(
                    new MessagePicked(visitor.by(), Ears.posted(event.getTarget(), visitor.channel()), responder),
                    responder,
                    responder::finish);
        });
    }

    /** A form is the acknowledgement, and is described in the language of whoever gave the command. */
    private void openForm(SlashCommandInteractionEvent event, CommandSpec spec) {
        CommandSpec translated = catalog.in(event.getUserLocale().toLocale())
                .find(spec.name(), spec.sub())
                .orElse(spec);
        event.replyModal(CommandForm.of(translated, event.getOptions(), event.getGuild()))
                .queue(done -> {}, tooLate -> log.info("a form was opened too late"));
    }

    private void follow(IReplyCallback event, Visitor visitor, Optional<CommandSpec> spec, Reading reading) {
        SlashResponder responder = thinking(event, visitor);
        if (spec.isEmpty()) {
            reception.answer(responder, "That command is no longer there. /help shows those there are.");
            return;
        }
        try {
            reception.hand(
                    new CommandInvoked(visitor.place(), visitor.by(), reading.of(spec.get()), null, responder),
                    responder,
                    responder::finish);
        } catch (CommandSyntaxException e) {
            reception.answer(responder, String.valueOf(e.getMessage()));
        }
    }

    private SlashResponder thinking(IReplyCallback event, Visitor visitor) {
        event.deferReply(true).queue(done -> {}, tooLate -> log.info("a command was acknowledged too late"));
        return new SlashResponder(event.getHook(), visitor.limits(), reception.lasting(event.getHook()));
    }

    /** How the values of a command are read. */
    private interface Reading {
        Invocation of(CommandSpec spec) throws CommandSyntaxException;
    }
}
