package dev.limner.prompt.markup;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.NameWords;
import java.util.Set;

/** The words of a game's rules, in several languages, by what they tell of a number beside them. */
final class GameWords {
    /** What a word of a line is to the rules of a game. */
    enum Kind {
        NUMBER,
        DIE,
        /** A number beside it is a roll or a figure of the game. */
        LABEL,
        /** That somebody rolls. */
        ROLLING,
        /** One of the rules where more speaks for it, such as a colon before the number. */
        HINT,
        JOINING,
        OTHER;

        /** Whether a line of nothing but such words may be one of the rules. */
        boolean isGame() {
            return this != OTHER;
        }

        boolean isFigure() {
            return this == NUMBER || this == DIE;
        }

        boolean isLabel() {
            return this == LABEL || this == ROLLING;
        }
    }

    private static final Set<String> LABELS = NameWords.words("""
            initiative init damage dmg dc hp ac mp xp exp lvl lv str dex con wis cha atk nat natural crit critical \
            advantage disadvantage adv perception stealth insight athletics acrobatics investigation persuasion deception \
            intimidation arcana strength dexterity constitution intelligence wisdom charisma kh1 kl1 proficiency success \
            failure failed fail \
            wurf würfelwurf rettungswurf schaden wahrnehmung heimlichkeit geschicklichkeit \
            tirada iniciativa percepción sigilo daño atletismo rolagem percepção dano \
            dégâts discrétion sauvegarde \
            tiro iniziativa percezione danni \
            rzut inicjatywa percepcja percepcji obrażenia obrażeń \
            бросок спасбросок инициатива урон урона внимательность скрытность \
            判定 检定 檢定 ダイス 骰子 先攻 イニシアチブ ダメージ 伤害 傷害 成功 失敗 失败""");

    private static final Set<String> ROLLING = NameWords.words("""
            roll rolls rolled rolling rerolls rerolled würfelt würfelte lanza tira rzuca бросает""");

    private static final Set<String> HINTS = NameWords.words("""
            result results total dice die dis hit hits miss misses check checks save saves saving throw throws attack attacks \
            mod modifier int level sp pp def turn round takes take took deals deal dealt medicine nature religion survival \
            history performance slashing piercing bludgeoning necrotic radiant psychic fire cold acid poison \
            probe angriff ergebnis gesamt ataque salvación resultado prueba jet attaque résultat test atak wynik \
            проверка атака результат итог 攻击 攻撃 結果 结果""");

    private static final Set<String> JOINING = NameWords.words("for to and vs versus against of with on a an my your");

    /** Compounds that end so are rolls. */
    private static final Set<String> COMPOUNDS =
            Set.of("sprobe", "swurf", "\u5224\u5B9A", "\u68C0\u5B9A", "\u6AA2\u5B9A");

    private static final Set<String> DEFINITE = NameWords.words("""
            the his her its their our this that these those der die das den dem el la los las le les il lo""");

    /** What only a character's sheet tells in brackets. */
    private static final Set<String> FIELDS = NameWords.words("""
            inventory equipment equipped items loot gold xp exp hp ac mp stats status condition conditions spells slots level \
            lvl initiative inventar inventario inventaire ekwipunek инвентарь""");

    private static final String DICE = "dwk\u0434\u043A";
    private static final Set<String> SIDES = Set.of("4", "6", "8", "10", "12", "20", "100");

    private GameWords() {}

    static Kind kind(String word) {
        if (word.chars().allMatch(Character::isDigit)) {
            return Kind.NUMBER;
        }
        String folded = Folding.fold(word);
        if (isDie(folded)) {
            return Kind.DIE;
        }
        if (LABELS.contains(folded) || COMPOUNDS.stream().anyMatch(folded::endsWith)) {
            return Kind.LABEL;
        }
        if (ROLLING.contains(folded)) {
            return Kind.ROLLING;
        }
        if (HINTS.contains(folded)) {
            return Kind.HINT;
        }
        return JOINING.contains(folded) ? Kind.JOINING : Kind.OTHER;
    }

    static boolean isDefinite(String word) {
        return DEFINITE.contains(Folding.fold(word));
    }

    static boolean isField(String word) {
        return FIELDS.contains(Folding.fold(word));
    }

    /** {@code 2d6}, {@code d20}, and with the letters of other languages {@code 1W20} or {@code 1k20}. */
    private static boolean isDie(String word) {
        int digits = InlineDice.digits(word, 0, word.length());
        if (digits > 3 || digits == word.length() || DICE.indexOf(word.charAt(digits)) < 0) {
            return false;
        }
        boolean sides = digits + 1 < word.length()
                && word.length() - digits <= 5
                && InlineDice.digits(word, digits + 1, word.length()) == word.length();
        return sides && (word.charAt(digits) == 'd' || digits > 0 && SIDES.contains(word.substring(digits + 1)));
    }
}
