package dev.limner.discord.loopback;

/** What the bot may do, as those who run the server set it. */
public final class Rights {
    private final Servers servers;
    private final Gate gate;

    Rights(Servers servers, Gate gate) {
        this.servers = servers;
        this.gate = gate;
    }

    /** Whose rights a channel changes. */
    public enum Whose {
        EVERYBODYS,
        THE_ROLES,
        THE_BOTS
    }

    /** No role of the bot's allows it any longer. Before the bot connects, or unknown to it. */
    public void take(long right) {
        servers.takeRight(right);
    }

    /** A channel takes a right from the bot, which is told so. */
    public void withdraw(String channel, long right) {
        change(channel, Whose.THE_BOTS, 0, right);
        gate.dispatch("CHANNEL_UPDATE", servers.channel(channel));
    }

    /** Before the bot connects: a channel gives everybody, the bot's role or the bot itself some rights, and takes some. */
    public void change(String channel, Whose whose, long given, long taken) {
        servers.overwrite(
                channel,
                switch (whose) {
                    case EVERYBODYS -> Overwrite.ofRole(Payloads.GUILD, given, taken);
                    case THE_ROLES -> Overwrite.ofRole(Payloads.BOT_ROLE, given, taken);
                    case THE_BOTS -> Overwrite.ofMember(Payloads.BOT, given, taken);
                });
    }
}
