package dev.limner.discord.loopback;

/** What may happen to the connection to the gateway. */
public final class Line {
    private final Gate gate;
    private final Servers servers;

    Line(Gate gate, Servers servers) {
        this.gate = gate;
        this.servers = servers;
    }

    /** The operator resets the token; who is connected with the old one is turned out. */
    public void resetToken() {
        gate.turnOut("another.token.2", 4004);
    }

    /** Before the bot connects: whoever logs in is turned out for good, though REST takes the token. */
    public void refuse(int code) {
        gate.refuse(code);
    }

    /** The operator turns Message Content off while the bot is connected. */
    public void withdrawContent() {
        servers.withholdContent();
        gate.turnOut(gate.token(), 4014);
    }

    /** Cuts it; what happens meanwhile is replayed to whoever resumes. */
    public void drop() {
        gate.drop(4000);
    }

    public void askToReconnect() {
        gate.askToReconnect();
    }

    /** Cuts it, and knows nothing of the session when it is to be resumed. */
    public void dropAndForget() {
        gate.forgetSessions();
        gate.drop(4000);
    }

    public void repeatLast() {
        gate.repeatLast();
    }

    /** How often connections are to be asked for a sign of life from the next one on, and whether that is answered. */
    public void heartbeat(int millis, boolean answered) {
        gate.heartbeat(millis, answered);
    }

    public boolean isUp() {
        return gate.hasReadySession();
    }

    /** How many there are. */
    public int connections() {
        return gate.connections();
    }

    public int identifies() {
        return gate.identifies.get();
    }

    public int resumes() {
        return gate.resumes.get();
    }
}
