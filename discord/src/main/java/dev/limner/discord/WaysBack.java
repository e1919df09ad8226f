package dev.limner.discord;

import dev.limner.chat.Responder;
import dev.limner.discord.interaction.InteractionStore;
import dev.limner.discord.interaction.KeptInteraction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;

/** The ways back to whoever asked, as far as they outlive the process that heard it. Thread-safe. */
final class WaysBack {
    /** Discord's documentation, "Followup Messages": tokens are valid for 15 minutes. A little more, to be past that. */
    private static final Duration OVER = Duration.ofMinutes(15).plusSeconds(1);

    private final InteractionStore kept;
    private final Shards shards;
    private final Threads threads;

    WaysBack(InteractionStore kept, Shards shards, Threads threads) {
        this.kept = kept;
        this.shards = shards;
        this.threads = threads;
    }

    /** Sees that what earlier processes kept does not stay for longer than it is of use. */
    void begin() {
        kept.dropExpired();
        threads.later(OVER, kept::dropExpired);
    }

    Responder.Lasting of(InteractionHook hook) {
        return new Heard(hook);
    }

    /** To what an earlier process heard; empty where nothing is kept of it, or Discord takes no answers any more. */
    Optional<Responder> to(String interaction) {
        return kept.find(interaction).map(found -> new KeptResponder(found, kept, shards));
    }

    private final class Heard implements Responder.Lasting {
        private final InteractionHook hook;

        private Heard(InteractionHook hook) {
            this.hook = hook;
        }

        @Override
        public void keep() {
            Interaction asked = hook.getInteraction();
            kept.keep(new KeptInteraction(
                    asked.getId(),
                    hook.getJDA().getSelfUser().getApplicationId(),
                    asked.getToken(),
                    asked.getUser().getId(),
                    Instant.ofEpochMilli(hook.getExpirationTimestamp())));
            threads.later(OVER, kept::dropExpired);
        }

        @Override
        public void drop() {
            kept.drop(hook.getInteraction().getId());
        }
    }
}
