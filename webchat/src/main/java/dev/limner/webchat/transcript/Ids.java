package dev.limner.webchat.transcript;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that nobody can guess. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** 144 bits, as 24 characters of {@code [A-Za-z0-9_-]}. */
    public static String next() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
