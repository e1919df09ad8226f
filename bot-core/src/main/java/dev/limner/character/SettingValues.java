package dev.limner.character;

import dev.limner.input.RefusedException;
import dev.limner.input.UserText;
import dev.limner.prompt.ModelFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the values of settings into the form in which they are stored. */
final class SettingValues {
    static final String ON = "on";
    static final String OFF = "off";
    static final String FOREVER = "forever";
    static final String EVERYONE = "everyone";

    private static final Pattern AROUND_A_ROLE =
            Pattern.compile("^[\\s\"\u201C\u201E\u00AB]*@?|[\\s\"\u201C\u201D\u00BB]+$");

    private static final int MOST_DAYS = 3_650;
    private static final int MOST_ROLES = 20;
    /** Discord's longest name of a role. */
    private static final int LONGEST_ROLE = 100;

    private final List<String> backends;

    /** @param backends the names of those configured */
    SettingValues(List<String> backends) {
        this.backends = List.copyOf(backends);
    }

    String parse(SettingKey key, String text) throws RefusedException {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return switch (key) {
            case BACKEND -> oneOf(key, word, backends);
            case MODEL ->
                oneOf(
                        key,
                        word,
                        Arrays.stream(ModelFamily.values()).map(ModelFamily::id).toList());
            case SIZE -> PictureSize.parse(word).toString();
            case SPOILER, METADATA -> oneOf(key, word, List.of(ON, OFF));
            case RETENTION -> days(word);
            case DRAW_ROLES -> {
                List<String> roles = roles(text);
                yield roles.stream().anyMatch(EVERYONE::equalsIgnoreCase) ? EVERYONE : String.join(", ", roles);
            }
        };
    }

    /** Of a value that was read before. */
    static List<String> drawRoles(String stored) {
        return stored.equals(EVERYONE)
                ? List.of()
                : Arrays.stream(stored.split(",")).map(String::strip).toList();
    }

    private static String oneOf(SettingKey key, String word, List<String> known) throws RefusedException {
        return known.stream()
                .filter(one -> one.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException("The setting " + key.word() + " is one of: "
                        + String.join(", ", known) + "; or default, to follow the channel above."));
    }

    private static String days(String word) throws RefusedException {
        if (word.equals(FOREVER)) {
            return FOREVER;
        }
        int days = word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw new RefusedException("The setting retention is a number of days from 1 to " + MOST_DAYS
                    + ", or forever; or default, to follow the channel above.");
        }
        return Integer.toString(days);
    }

    /**
     * Chats show roles with an {@code @} before their name, so people write it, though it is no part of it; nor are the
     * quotes in which one or all are written.
     */
    private static List<String> roles(String text) throws RefusedException {
        List<String> roles = Arrays.stream(text.split(","))
                .map(role -> AROUND_A_ROLE.matcher(role).replaceAll("").strip())
                .filter(role -> !role.isEmpty())
                .distinct()
                .collect(Collectors.toList());
        if (roles.isEmpty() || roles.size() > MOST_ROLES) {
            throw new RefusedException("The setting draw-roles names 1 to " + MOST_ROLES
                    + " roles with commas between them, or everyone; or default, to follow the channel above.");
        }
        for (int i = 0; i < roles.size(); i++) {
            roles.set(i, UserText.name("A role's name", roles.get(i), LONGEST_ROLE));
        }
        return roles;
    }
}
