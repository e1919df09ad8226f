package dev.limner.discord.loopback;

/** An answer of Discord's that is no success. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;
    final int code;

    Refusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refusal unknownChannel() {
        return new Refusal(404, 10003, "Unknown Channel");
    }

    static Refusal missingPermissions() {
        return new Refusal(403, 50013, "Missing Permissions");
    }

    static Refusal unknownMessage() {
        return new Refusal(404, 10008, "Unknown Message");
    }

    static Refusal invalid(String field) {
        return new Refusal(400, 50035, "Invalid Form Body: " + field);
    }
}
