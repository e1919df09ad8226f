package dev.limner.gateway.desk;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.Avatars;
import dev.limner.avatar.FoundTag;
import dev.limner.avatar.Tags;
import dev.limner.input.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Images that come with a wish become avatars for as long as it is drawn, so that they go the way of all references: the
 * same intake, the same limits, the same durability. Thread-safe; blocks.
 */
final class Uploads {
    /** Nobody else's avatar is called so. */
    static final String PREFIX = "upload-";

    private static final Pattern NUMBERED = Pattern.compile("image([1-9]\\d?)");
    private static final Logger log = LoggerFactory.getLogger(Uploads.class);

    private final Avatars avatars;

    Uploads(Avatars avatars) {
        this.avatars = avatars;
    }

    /** @param prompt the wish's, with the tags of its uploads */
    record Taken(String prompt, List<String> names) {}

    /** @param request distinguishes the wish's uploads from others' */
    Taken take(Caller caller, String request, Wish wish) throws RefusedException {
        List<Upload> uploads = wish.uploads();
        if (uploads.isEmpty()) {
            return new Taken(wish.prompt(), List.of());
        }
        List<AvatarKind> kinds =
                new ArrayList<>(uploads.stream().map(Upload::kind).toList());
        List<String> names = new ArrayList<>();
        String stem = PREFIX + request.substring(0, Math.min(12, request.length())) + "-";
        for (int i = 1; i <= uploads.size(); i++) {
            names.add(stem + i);
        }
        String prompt = renamed(wish.prompt(), names, kinds);
        StringBuilder tags = new StringBuilder();
        List<String> stored = new ArrayList<>();
        try {
            for (int i = 0; i < names.size(); i++) {
                Avatar avatar = avatars.add(
                        caller.community(), caller.keeping(), kinds.get(i), names.get(i), uploads.get(i), "");
                stored.add(names.get(i));
                tags.append(new AvatarTag(
                        avatar.kind(), avatar.name(), uploads.get(i).weight()));
            }
        } catch (RefusedException e) {
            remove(caller, stored);
            throw e;
        }
        return new Taken(tags + " " + prompt, names);
    }

    /** Replaces {@code image1} in tags by the name under which the image is kept, and notes as what it is wanted. */
    private static String renamed(String prompt, List<String> names, List<AvatarKind> kinds) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (FoundTag found : Tags.find(prompt)) {
            if (!(found instanceof FoundTag.Sound sound)) {
                continue;
            }
            AvatarTag tag = sound.tag();
            Matcher numbered = NUMBERED.matcher(tag.name().value().toLowerCase(Locale.ROOT));
            int number = numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
            if (number >= 1 && number <= names.size()) {
                kinds.set(number - 1, tag.kind());
                out.append(prompt, from, found.start())
                        .append(new AvatarTag(
                                tag.kind(), new dev.limner.avatar.AvatarName(names.get(number - 1)), tag.weight()));
                from = found.end();
            }
        }
        return out.append(prompt, from, prompt.length()).toString();
    }

    void remove(Caller caller, List<String> names) {
        for (String name : names) {
            try {
                avatars.remove(caller.community(), caller.keeping(), name);
            } catch (RefusedException e) {
                log.debug("upload not removed: {}", e.userText());
            }
        }
    }

    /** Removes what a process left behind that ended before the picture was drawn. */
    void removeLeftOver(Caller caller) {
        remove(
                caller,
                avatars.list(caller.community()).stream()
                        .filter(avatar -> caller.user().equals(avatar.owner()))
                        .map(avatar -> avatar.name().value())
                        .filter(name -> name.startsWith(PREFIX))
                        .toList());
    }
}
