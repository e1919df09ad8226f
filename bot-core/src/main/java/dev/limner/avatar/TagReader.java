package dev.limner.avatar;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads one tag, cut out of its text, and says what is wrong with a faulty one. */
final class TagReader {
    private static final Pattern WEIGHT = Pattern.compile("[0-9]{0,8}(\\.[0-9]{1,16})?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*[.,]?[0-9]+");
    private static final String NO_NAME = "NAME";

    private TagReader() {}

    static FoundTag unclosed(int start, int end, String text) {
        String[] fields = text.substring(1).split(":", -1);
        String kind = fields[0].substring(Math.min(3, fields[0].length()));
        return new FoundTag.Faulty(
                start,
                end,
                text,
                "%s is not closed with >. %s"
                        .formatted(shown(text), form(kind, fields.length > 1 ? fields[1] : NO_NAME)));
    }

    static FoundTag read(int start, int end, String text) {
        String body = text.substring(1, text.length() - 1);
        boolean plain = text.startsWith("<") && text.endsWith(">") && body.regionMatches(true, 0, "be-", 0, 3);
        String[] fields = (plain ? body.substring(3) : body).split(":", -1);
        if (!plain) {
            return faulty(
                    start,
                    end,
                    text,
                    "is not written as a tag is",
                    form("face", fields.length > 1 ? fields[1] : NO_NAME));
        }
        String kind = fields[0].toLowerCase(Locale.ROOT);
        String name = fields.length > 1 ? fields[1] : "";
        return switch (kind) {
            case "face", "style", "lora", "embedding" -> avatar(start, end, text, fields);
            case "pose" ->
                faulty(start, end, text, "cannot be used", "Poses are reserved for later; use face or style.");
            default ->
                faulty(
                        start,
                        end,
                        text,
                        "has a kind that does not exist; the kinds are face and style",
                        form("face", name));
        };
    }

    private static FoundTag avatar(int start, int end, String text, String[] fields) {
        AvatarKind kind = AvatarKind.valueOf(fields[0].toUpperCase(Locale.ROOT));
        String given = fields.length > 1 ? fields[1] : "";
        String form = form(kind.word(), given);
        if (given.isBlank()) {
            return faulty(start, end, text, "has no name", form);
        }
        AvatarName name;
        try {
            name = new AvatarName(given);
        } catch (IllegalArgumentException e) {
            return faulty(start, end, text, "has no proper name: " + e.getMessage(), form);
        }
        if (fields.length < 3 || fields[2].isBlank()) {
            return faulty(start, end, text, "has no weight", form);
        }
        if (fields.length > 3) {
            return faulty(start, end, text, "has too many parts", form);
        }
        return weighted(start, end, text, kind, name, fields[2]);
    }

    private static FoundTag weighted(int start, int end, String text, AvatarKind kind, AvatarName name, String weight) {
        String form = form(kind.word(), name.value());
        boolean decimal = !weight.isEmpty() && WEIGHT.matcher(weight).matches();
        double value = decimal ? Double.parseDouble(weight) : Double.NaN;
        if (decimal && value <= 1) {
            return new FoundTag.Sound(start, end, text, new AvatarTag(kind, name, value));
        }
        boolean outside =
                decimal || (weight.indexOf(',') < 0 && NUMBER.matcher(weight).matches());
        return faulty(
                start,
                end,
                text,
                outside ? "has a weight outside 0 to 1" : "has a weight that is no decimal number from 0 to 1",
                form);
    }

    private static FoundTag faulty(int start, int end, String text, String fault, String remedy) {
        return new FoundTag.Faulty(start, end, text, "%s %s. %s".formatted(shown(text), fault, remedy));
    }

    private static String form(String kind, String name) {
        String fitting = Arrays.stream(AvatarKind.values())
                .map(AvatarKind::word)
                .filter(kind::equalsIgnoreCase)
                .findFirst()
                .orElse("face");
        String proper;
        try {
            proper = new AvatarName(name.strip()).value();
        } catch (IllegalArgumentException e) {
            proper = NO_NAME;
        }
        return "Write it as <be-%s:%s:0.3>, with a weight from 0 to 1.".formatted(fitting, proper);
    }

    private static String shown(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE)
                .limit(80)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
