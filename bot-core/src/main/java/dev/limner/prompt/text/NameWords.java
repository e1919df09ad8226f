package dev.limner.prompt.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that people also bear as names, folded. */
public final class NameWords {
    /** Persons, animals, plants, things, qualities. */
    public static final Set<String> WORDS = words("""
            rose will mark jack art bill drake frank grant chase pierce reed hazel violet lily daisy angel hunter raven robin \
            jay jade ruby pearl amber ginger olive iris basil sage rosemary heather holly willow clay cliff dale glen heath \
            lane wood woods stone flint steel silver gold copper rusty sandy penny nick rob pat sue gene drew wade dean duke \
            earl baron prince king queen bishop pope abbot page paige knight archer fisher miller smith taylor cook baker \
            mason carter cooper porter potter walker rider ryder sawyer turner fox wolf bear hawk falcon eagle crow wren \
            phoenix lark finch swan dove cat kitty bunny tiger lion leo panther cobra viper blade dagger arrow spear shield \
            hammer axe gunner spike chip buddy buck bud dick rich happy sunny bliss charm charity patience prudence \
            constance temperance verity ace major sterling max miles rex roman rowan onyx opal crystal diamond gem ray beam \
            star stella ghost wraith spirit phantom whisper song melody harmony lyric carol dot dolly doll barb bob don guy \
            hank harry herb jimmy john josh lance lee les lou matt mike norm pete peg polly ralph randy ron sally skip stew \
            ted tom tony trip tuck van vic wally woody bell belle blue scarlet crimson gray grey green brown black white red \
            pink ebony ivory indigo teal cherry peach plum apple berry lotus magnolia marigold petal blossom bloom thorn \
            bramble briar rover scout ranger sailor soldier slate story sonny victor christian faye fay june may april \
            august lucky dusty misty stormy smiley bones books boots bullet button buttons cash chef cookie cricket dancer \
            doc domino duchess feather flash fang fidget fizz fluff giant glitch goose grim hatchet hazard honey hook hornet \
            hound hush ink iron jester jewel jinx joker judge kid killer kit lace lad ladybug lamb leaf legend lemon link \
            lock magic maple marble marsh mercury midge mouse mustard needle nettle nightshade noodle nurse oak oracle \
            orchid otter owl paladin patch peanut pebble pepper pigeon pilot pine pip pixel poet ponder possum preacher \
            pumpkin puck quill quick rabbit rat razor rebel reaper ridge riddle ripple robot rogue rook saber saint salt \
            savage scar scarecrow scythe shark shell shy siren skull sly snake sparrow speck spider splinter spook squirrel \
            sting stitch stout stranger stray stripe sugar swift switch sword tank thistle tinker titan toad trick trigger \
            trouble twig twist vale vandal velvet venom vex vixen warden wasp weasel whisker whiskers wild wisp wit witch \
            wizard worm yarrow zero zephyr ever dash bear birdie bishop bolt booker brand brick bristle captain chance \
            chestnut clove cobalt comet coral cosmo cotton crane dandelion darling dawnstar denim dolphin dragon drifter \
            echoes elf fable fairy fawn ferret fidelity fig foxglove freckle freckles gale gambit garnet general goldie \
            granite grove gull hare harp harper hart harvest hatter hedge heron hero hound hunter huntress jackal jasmine \
            jasper jet juniper kestrel kitten knave lavender lilac linden lizard locket lupin lynx magnet magpie marina \
            marlin marshal martin maverick mayor meadow merchant merry mint mistral monk moth myrtle nightingale nutmeg \
            oleander opera osprey pansy parker peace peaches piper pluto pony poppet primrose prophet python quartz \
            quest quiver ram raptor red reef rocket rune rush rye sable sapphire scholar seal sergeant shepherd shrike \
            sierra singer sister skye smoky socks sorrel spade sprite squire stag stark starling stoker summit sweet tabby \
            taffy tansy tawny teller thief thorne thrush tide tiger topaz trader trapper traveler traveller treasure tulip \
            turtle umber usher valentine vesper vine violin virgo vulture wagner wanderer watcher weaver wheeler wilder \
            wonder wren yeoman one two three four five six seven eight nine ten eleven twelve thirteen hundred thousand \
            million first second third zero ace""");

    /** Feelings, times, forces and what grows or burns, which also do much in stories that people do. */
    public static final Set<String> ABSTRACTS = words("""
            hope faith grace joy mercy honor honour glory trinity destiny fate liberty justice serenity felicity chance dawn \
            summer autumn winter spring season sky storm night midnight day noon dusk eve twilight january may april june \
            august friday sunday monday rain snow ocean sea sun moon luck true truth haven chaos love light darkness thunder \
            lightning breeze wind tempest aurora eden paradise heaven world earth time freedom peace valor valour pride \
            wrath fury rage envy sorrow grief sin vice virtue genesis cosmos nova solstice ash ember ivy fern frost ice \
            blaze flame spark cinder smoke coal moss clover river lake brook forest rock shadow echo fog mist hail sleet \
            cloud star shade karma void static harmony melody silence sorrow misery mystery victory""");

    /** Of other languages than English; capitalised as a name. */
    public static final Set<String> FOREIGN = words("""
            ernst kaiser engel stern sonne mond fleur claire pierre aurore marguerite blanche reine luz paz sol luna rosa \
            dolores mar cielo esperanza consuelo soledad estrella alba flor perla gracia lucha alma bella stella wiosna \
            zorza roza gwiazda jutro vera bianca bianco nera nero rosso verde viola azzurra celeste chiara chiaro luce gioia \
            serena felice dolce vita mare fiore allegra gemma prima vittoria angela angelo santo leone lupo fortuna grazia \
            alegria blanca clara cruz fe lirio lobo mercedes nieves paloma pilar rey reyes azul verdad noche lluvia ange \
            desiree joie lune marine soleil victoire violette noel colombe loup ciel neige lilie rosen fuchs hirsch adler \
            falke vogel stein berg bach wald morgen abend nacht himmel freude gnade hoffnung ehre treue wunder stolz kraft \
            koch jager richter konig furst graf schatten feuer asche schnee regen sturm lilia nadzieja wiara milosc slawa \
            mila jasna wilk lis ruta malina kalina jagoda iskra burza wisnia вера надежда любовь роза лилия слава лев роман \
            deniz umut gunes yildiz bahar yagmur ruzgar cicek baris sevgi toprak nehir irmak bulut damla \
            майя заря мир светлана злата весна звезда""");

    private NameWords() {}

    public static Set<String> words(String list) {
        return Arrays.stream(list.split("\\s+"))
                .map(w -> Folding.fold(w.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
