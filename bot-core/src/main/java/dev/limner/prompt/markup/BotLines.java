package dev.limner.prompt.markup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines that speak to a bot or the rules of a game, not to the reader. */
final class BotLines {
    /** Longer lines are not tables or dice. */
    private static final int LONGEST_MECHANICS = 200;

    private static final Set<String> COMMANDS = Set.of(
            "roll", "r", "rr", "dice", "check", "cast", "save", "init", "attack", "help", "play", "skip", "sheet",
            "spell");

    private static final Set<String> MECHANICS = Set.of(
            "roll",
            "rolls",
            "rolled",
            "rolling",
            "result",
            "results",
            "total",
            "dice",
            "die",
            "adv",
            "advantage",
            "dis",
            "disadvantage",
            "vs",
            "dc",
            "crit",
            "critical",
            "hit",
            "miss",
            "check",
            "save",
            "saving",
            "throw",
            "initiative",
            "init",
            "damage",
            "dmg",
            "mod",
            "modifier",
            "success",
            "failure",
            "fail",
            "nat",
            "natural",
            "for",
            "to",
            "and",
            "hp",
            "ac",
            "mp",
            "xp",
            "exp",
            "lvl",
            "lv",
            "level",
            "str",
            "dex",
            "con",
            "int",
            "wis",
            "cha",
            "sp",
            "pp",
            "atk",
            "def",
            "perception",
            "stealth",
            "insight",
            "athletics",
            "acrobatics",
            "investigation",
            "persuasion",
            "deception",
            "strength",
            "dexterity",
            "constitution",
            "intelligence",
            "wisdom",
            "charisma",
            "kh1",
            "kl1",
            "proficiency");

    private static final Set<String> STATS =
            Set.of("hp", "ac", "mp", "xp", "exp", "lvl", "lv", "str", "dex", "con", "wis", "cha", "dc", "atk");

    private static final Pattern DIE = Pattern.compile("[0-9]{0,3}d[0-9]{1,4}");

    private BotLines() {}

    /** Commands of this and other bots: {@code /x}, {@code !x}, {@code pk;x}, {@code tul!x}, {@code $roll}. */
    static boolean isCommand(String text, int from, int end) {
        char c = text.charAt(from);
        char next = from + 1 < end ? text.charAt(from + 1) : ' ';
        if (c == '/') {
            return Character.isLetter(next) && afterEmote(text, from, end) == from;
        }
        if (c == '$' && Character.isLowerCase(next)) {
            return true;
        }
        if (c == '!') {
            return Character.isLetterOrDigit(next);
        }
        if (".$%?&+=~;,-^".indexOf(c) >= 0) {
            int word = Character.isLetter(next) ? from + 1 : from + 2;
            return COMMANDS.contains(word(text, word, end));
        }
        return hasPrefix(text, from, end);
    }

    /** A short lower-case prefix glued to {@code ;} or {@code !} and the command glued to that. */
    private static boolean hasPrefix(String text, int from, int end) {
        int i = from;
        while (i < end && i - from < 5 && Character.isLowerCase(text.charAt(i))) {
            i++;
        }
        if (i == from || i >= end || (text.charAt(i) != ';' && text.charAt(i) != '!')) {
            return false;
        }
        String prefix = text.substring(from, i);
        boolean known = prefix.equals("pk") || prefix.equals("tul");
        boolean glued = i + 1 < end && Character.isLetterOrDigit(text.charAt(i + 1));
        return known || glued;
    }

    /** Past {@code /me}, which opens an action and not a command. */
    static int afterEmote(String text, int from, int end) {
        return text.startsWith("/me ", from) && from + 4 < end ? from + 4 : from;
    }

    /** Nothing but dice, numbers and the words of a rule book. */
    static boolean isMechanics(String text, int from, int end) {
        if (end - from > LONGEST_MECHANICS) {
            return false;
        }
        if (text.startsWith("\uD83C\uDFB2", from)) {
            return true;
        }
        boolean dice = false;
        boolean numbers = false;
        boolean stats = false;
        for (int i = from; i < end; ) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < end && Character.isLetterOrDigit(text.charAt(i))) {
                i++;
            }
            String word = text.substring(start, i).toLowerCase(Locale.ROOT);
            boolean number = word.chars().allMatch(Character::isDigit);
            boolean die = !number && DIE.matcher(word).matches();
            if (!number && !die && !MECHANICS.contains(word)) {
                return false;
            }
            dice |= die;
            numbers |= number;
            stats |= STATS.contains(word);
        }
        return dice || (numbers && (stats || text.charAt(from) == '\uD83C'));
    }

    private static String word(String text, int from, int end) {
        int i = from;
        while (i < end && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return from < i ? text.substring(from, i).toLowerCase(Locale.ROOT) : "";
    }
}
