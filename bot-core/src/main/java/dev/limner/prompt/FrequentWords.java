package dev.limner.prompt;

import java.util.Arrays;

/** Frequent English words, each of which is one token to all encoders. */
final class FrequentWords {
    private static final int LONGEST = 10;

    private static final String WORDS = """
            a an the and or but nor so yet if as at by for from in into of off on onto out over to up upon with within without
            about above across after against along among around before behind below beneath beside between beyond down during
            inside like near outside past since than through toward towards under until while i me my mine you your yours he him
            his she her hers it its we us our they them their this that these those who whom whose which what when where why how
            is are was were be been being am do does did done have has had having will would can could shall should may might
            must not no yes all any both each few many more most much other some such one two three four five six seven eight
            nine ten first second last next same own new old young big small large little long short high low great good bad
            best better right left early late full empty open close closed hard soft hot cold warm cool dark light bright black
            white red blue green yellow brown grey gray pink purple orange golden gold silver deep wide thin thick tall heavy
            strong weak fast slow quick quiet loud clean dry wet rich poor sweet sharp rough smooth flat round square dead alive
            alone together free safe wild strange real true false sure ready happy sad angry afraid tired sick calm
            man woman men women boy girl child children people person friend family mother father brother sister son daughter king
            queen lord lady knight soldier guard captain doctor teacher master hair eye eyes face head hand hands arm arms leg legs
            foot feet body skin mouth lips nose ear ears neck back chest shoulder fingers finger heart blood bone voice smile look
            house home room door window wall floor roof street road city town village forest tree trees wood field hill mountain
            river lake sea ocean water rain snow wind storm fire smoke light sun moon star stars sky cloud clouds night day morning
            evening time year world land earth stone rock sand grass flower leaf garden bridge tower castle church school market
            shop bar ship boat car train horse dog cat bird wolf fish sword knife gun bow shield armor coat cloak dress shirt hat
            boots shoes glasses ring chair table bed book paper letter lamp candle glass cup food bread wine tea
            go goes going gone went come comes coming came get gets got give gives gave take takes took taken make makes made see
            sees saw seen look looks looked looking find found know known think thought say says said tell told ask asked speak talk
            walk walks walked walking run runs ran running stand stands stood standing sit sits sat sitting turn turns turned hold
            holds held holding keep kept let put set pull push open opens opened close closes fall falls fell stay wait watch watching
            leave left move moves moved feel felt hear heard read write play work live love like want need try help show start stop
            begin end bring call lead draw draws cut break eat drink sleep wear wears wearing reach raise lift hide fight kill die
            now then here there never always still again just only even also very too well away once soon later maybe perhaps almost
            something nothing everything someone thing things way place side part end hand top front middle corner line word name
            life death art style ink paint painting drawing portrait photo picture image scene shadow shadows color colors old style
            magic dragon elf witch ghost angel demon monster hero princess prince""";

    private static final @org.jspecify.annotations.Nullable String[] TABLE = new String[2048];

    static {
        Arrays.stream(WORDS.split("\\s+")).distinct().forEach(FrequentWords::put);
    }

    private FrequentWords() {}

    static boolean contains(CharSequence text, int from, int end) {
        if (end - from > LONGEST) {
            return false;
        }
        int hash = 0;
        for (int i = from; i < end; i++) {
            hash = 31 * hash + lower(text.charAt(i));
        }
        for (int i = slot(hash); TABLE[i] != null; i = (i + 1) & (TABLE.length - 1)) {
            if (same(TABLE[i], text, from, end)) {
                return true;
            }
        }
        return false;
    }

    private static void put(String word) {
        int i = slot(word.hashCode());
        while (TABLE[i] != null) {
            i = (i + 1) & (TABLE.length - 1);
        }
        TABLE[i] = word;
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (TABLE.length - 1);
    }

    private static boolean same(String word, CharSequence text, int from, int end) {
        if (word.length() != end - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != lower(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
