package dev.limner.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.jspecify.annotations.Nullable;

/** Keeps to the gateway that the REST API named: JDA would otherwise go to Discord's own after a lost session. */
final class Gateway extends ConcurrentSessionController {
    private volatile @Nullable String address;

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        ShardedGateway gateway = super.getShardedGateway(api);
        address = gateway.getUrl();
        return gateway;
    }

    @Override
    public String getGateway() {
        String known = address;
        return known == null ? super.getGateway() : known;
    }
}
