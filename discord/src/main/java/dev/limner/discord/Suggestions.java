package dev.limner.discord;

import dev.limner.chat.ChatListener;
import dev.limner.command.CommandCatalog;
import java.util.List;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How names may go on while they are typed. Discord gives 3 s, and what comes late is of no use. */
final class Suggestions extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(Suggestions.class);

    private final ChatListener listener;
    private final CommandCatalog catalog;
    private final Threads threads;

    Suggestions(ChatListener listener, CommandCatalog catalog, Threads threads) {
        this.listener = listener;
        this.catalog = catalog;
        this.threads = threads;
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        if (event.getGuild() == null || event.getGuild().isDetached()) {
            return;
        }
        threads.suggest(() -> suggest(event));
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
}
