package dev.limner.prompt;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for.
 *
 * @param messages how many story posts at most; null for all that are offered
 * @param character whom to show, for {@link Mode#PORTRAIT}
 * @param prompt the text, for {@link Mode#IMAGINE}; may hold avatar tags
 * @param hint further words for the scene; may hold avatar tags
 * @param negative the request's own negative prompt
 * @param askedBy the id of whoever asks, as in {@link AvatarSheet#owner()}; decides which avatars their tags may name.
 *     Null for an operator, who may use all
 */
public record Ask(
        Mode mode,
        @Nullable Integer messages,
        @Nullable String character,
        @Nullable String prompt,
        @Nullable String hint,
        @Nullable String negative,
        @Nullable String askedBy) {}
