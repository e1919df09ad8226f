package dev.limner.prompt.cast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a story tells what somebody looks like: who is spoken of is there after all when {@code a chequered scarf} of
 * theirs, and of no other character, comes through the door. Thread-safe.
 */
public final class Looks {
    /** Letters of the shortest word that tells somebody from others. */
    private static final int SHORTEST = 4;

    /** Letters from which on words of one stem may end differently. */
    private static final int INFLECTED = 6;

    /** Letters in which such words' ends may differ. */
    private static final int ENDING = 2;

    /** What many have, and what stories tell of everybody. */
    private static final Set<String> COMMON = NameWords.words("""
            with from hair haired eyes eyed long short black white grey gray brown blue green golden gold silver dark pale tall small \
            little thin broad young middle aged woman girl lady child person people face faces skin hand hands arms back head \
            dress dressed shirt coat cloak boots jacket robe robes sleeves wearing worn that who whose over under into always large \
            huge lean kind quiet tired very full red teenage teenager \
            haare haar augen schwarz weiss lang kurz gross klein junge junger alte alter frau mann kleid mantel jacke hemd eine einem einer \
            cheveux yeux noir noire blanc blanche rouge longs courts jeune vieux vieille femme homme robe manteau avec dans \
            pelo ojos negro negra blanco blanca rojo roja largo corto joven viejo vieja mujer hombre vestido camisa abrigo \
            cabelo olhos preto preta branco branca vermelho vermelha longo curto velho velha mulher homem casaco capelli occhi \
            nero nera bianco bianca rosso rossa giovane vecchio vecchia donna uomo vestito wlosy oczy czarny czarna bialy biala \
            mlody mloda stary stara kobieta plaszcz suknia plaszczu волосы глаза черный черная белый белая молодой молодая \
            старый старая женщина мужчина платье плаще пальто siyah beyaz kirmizi uzun kisa genc yasli kadin adam palto med och""");

    /** Characters of text that are kept. */
    private static final int KEPT = 200_000;

    /** One word of somebody's looks. */
    private record Look(String word, int character) {}

    /** By how the words begin. */
    private final Map<String, List<Look>> looks = new HashMap<>();

    private final Cache<String, BitSet> known = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String text, BitSet told) -> text.length() + 40)
            .build();

    private Looks(List<Set<String>> own) {
        for (int c = 0; c < own.size(); c++) {
            for (String word : own.get(c)) {
                looks.computeIfAbsent(word.substring(0, SHORTEST), key -> new ArrayList<>(1))
                        .add(new Look(word, c));
            }
        }
    }

    public static Looks of(List<CharacterSheet> characters) {
        List<Set<String>> all = characters.stream().map(Looks::described).toList();
        Map<String, Integer> owners = new HashMap<>();
        all.forEach(words -> words.forEach(word -> owners.merge(word, 1, Integer::sum)));
        return new Looks(all.stream()
                .map(words -> {
                    Set<String> alone = new HashSet<>(words);
                    alone.removeIf(word -> owners.getOrDefault(word, 0) > 1);
                    return alone;
                })
                .toList());
    }

    private static Set<String> described(CharacterSheet sheet) {
        Set<String> names = all(sheet.name() + " " + String.join(" ", sheet.aliases()));
        Set<String> found = all(sheet.prefix());
        found.removeIf(word -> word.length() < SHORTEST
                || COMMON.contains(word)
                || Verbs.isBeingDoneByPeople(word)
                || names.contains(word));
        return found;
    }

    private static Set<String> all(String text) {
        Words words = Words.of(text);
        Set<String> found = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            found.add(words.word(i));
        }
        return found;
    }

    /** The characters whose looks a text tells; what people say in it tells of those who are away as well. */
    BitSet toldIn(String text) {
        return known.get(text, this::read);
    }

    private BitSet read(String text) {
        BitSet told = new BitSet();
        Words words = Words.of(text);
        for (int i = 0; i < words.size(); i++) {
            String word = words.word(i);
            if (word.length() >= SHORTEST && !words.is(i, Words.QUOTED)) {
                looks.getOrDefault(word.substring(0, SHORTEST), List.of()).stream()
                        .filter(look -> isOf(word, look.word()))
                        .forEach(look -> told.set(look.character()));
            }
        }
        return told;
    }

    /** {@code coverall, coveralls}, {@code czapka, czapce} */
    private static boolean isOf(String word, String look) {
        int shorter = Math.min(word.length(), look.length());
        if (Math.max(word.length(), look.length()) - shorter > ENDING) {
            return false;
        }
        int shared = 0;
        while (shared < shorter && word.charAt(shared) == look.charAt(shared)) {
            shared++;
        }
        return shared >= (shorter < INFLECTED ? shorter : shorter - ENDING);
    }
}
