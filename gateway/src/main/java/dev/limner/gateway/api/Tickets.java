package dev.limner.gateway.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names of illustrations that cannot be guessed and are good for an hour, until this process ends at the longest: they are
 * signed with a secret that is kept nowhere. Thread-safe.
 */
final class Tickets {
    /** As long as OpenAI's own links. */
    private static final Duration GOOD = Duration.ofMinutes(60);

    private static final String SIGNATURE = "HmacSHA256";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec secret;
    private final InstantSource clock;

    Tickets(InstantSource clock) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.secret = new SecretKeySpec(random, SIGNATURE);
        this.clock = clock;
    }

    String to(String illustration) {
        long until = clock.instant().plus(GOOD).getEpochSecond();
        String words = illustration + "." + Long.toString(until, Character.MAX_RADIX);
        return words + "." + BASE64.encodeToString(signature(words));
    }

    /** The illustration that a ticket is for; empty when it is none, or good no longer. */
    Optional<String> open(String ticket) {
        int end = ticket.lastIndexOf('.');
        int middle = ticket.lastIndexOf('.', end - 1);
        if (middle < 1) {
            return Optional.empty();
        }
        byte[] right = BASE64.encode(signature(ticket.substring(0, end)));
        byte[] given = ticket.substring(end + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right, given)) {
            return Optional.empty();
        }
        long until = Long.parseLong(ticket, middle + 1, end, Character.MAX_RADIX);
        return clock.instant().getEpochSecond() < until ? Optional.of(ticket.substring(0, middle)) : Optional.empty();
    }

    private byte[] signature(String words) {
        try {
            Mac mac = Mac.getInstance(SIGNATURE);
            mac.init(secret);
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
