package dev.limner.webchat.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the page's requests. Every field may be missing: it is hostile until checked. */
final class Asked {

    private Asked() {}

    /** By itself for what needs nothing but who does it. */
    record Act(@Nullable String person) {}

    /** @param character to post under, as a proxy */
    record Message(
            @Nullable String person,
            @Nullable String character,
            @Nullable String text,
            @Nullable String nonce) {}

    /** @param nonce asked again with the same, it is the same telling */
    record Telling(@Nullable String person, @Nullable String nonce) {}

    record Edit(@Nullable String person, @Nullable String text) {}

    /** @param upload names a file that was sent before */
    record Command(
            @Nullable String person,
            @Nullable String text,
            @Nullable String upload) {}

    record Press(
            @Nullable String person,
            @Nullable String message,
            @Nullable String button) {}

    record Submit(
            @Nullable String person,
            @Nullable String form,
            @Nullable String value) {}

    /** @param id null for somebody new */
    record Somebody(
            @Nullable String id,
            @Nullable String name,
            boolean moderator,
            @Nullable List<String> characters) {}
}
