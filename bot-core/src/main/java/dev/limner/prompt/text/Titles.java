package dev.limner.prompt.text;

import java.util.Set;

/** Words that stand before a name and are no part of it: ranks, forms of address, what everybody may be called. */
public final class Titles {
    private static final Set<String> WORDS = NameWords.words("""
            the lady lord sir dame captain cap capt dr doctor mr mrs ms miss mister professor prof king queen prince princess \
            duke duchess count countess baron baroness father mother brother sister uncle aunt master mistress saint st \
            general colonel major sergeant sgt lieutenant lt commander inspector detective agent officer emperor empress old \
            young little big great mad black white red dark herr frau fraulein monsieur madame don dona senor senora pan pani \
            der die das le la el a an""");

    /** Of those no name begins with them, or they are words of other languages that names do begin with. */
    private static final Set<String> BEFORE = NameWords.words("""
            poor dear cousin den dem il lo opa oma onkel tante oncle pere frere capitaine docteur inspecteur tio tia senhor \
            senhora seu padre fray frei signor signora signorina zio zia nonno nonna fra suor donna panna panem pana babcia \
            dziadek ciocia wujek ksiadz дядя дяди дядю тётя тёти тётю господин госпожа доктор доктора капитан капитана капитане капитану""");

    private Titles() {}

    /** Whether a name may begin with it, so that the first name comes after it. */
    public static boolean begins(String word) {
        return WORDS.contains(word);
    }

    /** Whether it may stand before a name without changing what the words before it say. */
    public static boolean isTitle(String word) {
        return word.length() > 1 && (WORDS.contains(word) || BEFORE.contains(word));
    }
}
