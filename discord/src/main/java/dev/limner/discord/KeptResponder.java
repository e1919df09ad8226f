package dev.limner.discord;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.discord.interaction.InteractionStore;
import dev.limner.discord.interaction.KeptInteraction;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Answers what an earlier process heard, for the eyes of whoever asked. That takes no permission in the channel, nor the
 * channel itself.
 */
final class KeptResponder implements Responder, Responder.Lasting {
    /** Discord's documentation, "Message Flags": EPHEMERAL. */
    private static final int FOR_ONE_ALONE = 1 << 6;

    private final KeptInteraction interaction;
    private final InteractionStore store;
    private final Shards shards;

    KeptResponder(KeptInteraction interaction, InteractionStore store, Shards shards) {
        this.interaction = interaction;
        this.store = store;
        this.shards = shards;
    }

    @Override
    public Capabilities capabilities() {
        return Limits.of(Limits.FILE);
    }

    /** Takes the place of what is still shown as "thinking". */
    @Override
    public void respond(PlannedMessage message) throws ChatException {
        Route.CompiledRoute route =
                Route.Interactions.CREATE_FOLLOWUP.compile(interaction.application(), interaction.token());
        try (MessageCreateData data = NativeMessages.created(message)) {
            DataObject body = data.toData().put("flags", FOR_ONE_ALONE);
            var unused = Requests.send(shards.any(), route, body, data.getAllDistinctFiles());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public Optional<Lasting> lasting() {
        return Optional.of(this);
    }

    /** It is kept already. */
    @Override
    public void keep() {}

    @Override
    public void drop() {
        store.drop(interaction.id());
    }
}
