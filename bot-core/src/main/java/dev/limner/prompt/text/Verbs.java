package dev.limner.prompt.text;

import java.util.HashSet;
import java.util.Set;

/** English verbs of what people do, as stories use them of a third person. */
public final class Verbs {
    private static final String REGULAR = """
            add admit adjust agree aim allow answer approach argue arrive ask attack attempt avoid back bark beckon beg blink \
            block blush bow brace brush burst call calm cackle carry chant charge chase check chirp chuckle clap clean clear \
            clench climb close close cock collapse comb complain confess consider continue cough count cover crack crawl creep \
            cross crouch cry curl curse curtsy dance dare dash decide deflect demand describe dip disappear dodge drag drape \
            drift drop duck ease edge enter escape exclaim exhale explain extend face fiddle finish fire fix flash flee flick \
            flinch flip flush fold follow frown fumble gasp gaze gesture giggle glance glare grab greet grin grimace groan \
            growl grumble grunt guard guess gulp halt hand help hesitate hiss hobble hop hover howl huff hug hum hurry ignore \
            inch inhale insist inspect interrupt jerk join joke jump kick kiss kneel knock laugh launch lean leap learn lick \
            lift light limp listen live look lower lunge march melt mention moan move mumble murmur mutter nod notice nudge \
            obey offer open order pace pant pass pat pause peek peer perch pet pick place plead point poke pounce pour press \
            pretend promise protest pull purr push question quip race raise reach realize recognize recoil refuse relax \
            release remain remember remark repeat reply respond rest retreat return roar roll rub rush scan scoff scold \
            scowl scramble scream search seem shake shift shiver shout shove shriek shrug shudder shuffle sigh sip skip slam \
            slap slash slip slouch slump smack smell smile smirk snap snarl sneak sneer sniff snore snort sob spin spit \
            splutter sprint squeak squeal squeeze squint squirm stab stagger stalk stammer stare start startle stay step \
            stiffen stop straighten stretch stride stroke stroll struggle study stumble stutter suggest swallow swat swoop \
            talk tap taste tease thank throw tilt toss touch trace trail tremble trip trudge tug turn twirl twist twitch \
            unlock unsheathe use vanish volunteer wait wake walk want warn watch wave weep whimper whine whisper whistle wince \
            wink wipe wonder work worry yank yawn yell yelp wring fan juggle stir knead sharpen polish untie button unbutton scrub \
            wash mop dust unfold stack sort count sip chew cook bake fry chop slice peel stitch mend carve whittle sketch \
            scribble type dial text steer paddle row saddle dismount gallop argue applaud bargain barter bellow boast bolt \
            bounce brandish brew bump bury button camp cart chain chat cheer chide chortle cinch cling clasp clutch comfort \
            confide coo cradle croak crumple cuff cup dab dangle deal doze drum dwell elbow embrace empty examine fasten \
            feed fetch fidget fish flatten flirt fluster fret frolic fumble gag gape garden gloat grasp grate grieve grovel \
            guide gesture hammer hand haul heave heft hoist hunch hunt hurl hustle inspect intone jab jot jog juggle ladle \
            lash lather lecture limp load lob loiter loop lounge lug lurch mark massage mime mix mock mop mount mouth muse \
            mutter nap nestle nibble nock nuzzle oil pace pack paint pat pay peer pelt pin pinch pitch plant plop plow pluck \
            poke pop pounce prance pray prod prop prowl pucker punch quaff raid rake ram rap reel recite retort rip roam rock \
            rummage rustle salute sashay saunter scale scamper scatter scoop scowl scramble scrape scratch screech scribble \
            scrub scrunch scuttle seal shave shed shoo shoot shoulder shovel shush sidle sign sing ski skid slather sling \
            slouch slump slurp smear smoke smooth sneeze snicker snip snuggle soothe spar spear splash splay spoon spot \
            sprawl spread sprinkle squat squeeze stack staple stash steady steal steer stoop stow strain strap strum strut \
            stuff surrender swagger swallow sway swig swing swirl tackle tally taunt tether thump tickle tinker toast toss \
            tousle tow towel tread trim trot trudge tuck tumble twiddle unbuckle unclasp unfurl unpack unroll unscrew unwrap \
            usher vault veer vow wade waggle wail waltz wash wedge weigh wheel whip whirl whittle wiggle wobble wrap wrestle \
            wriggle zip lock latch phone hire rent hose iron vacuum jam gut skin weld solder clamp wrench crank shovel rinse scrub \
            lather towel braid brush button zip lace knot tie untie unpin unlatch barricade refill decant uncork strum \
            rehearse audition doodle trace photograph film record scroll swipe tweet google pirouette tiptoe""";

    private static final String IRREGULAR = """
            goes went comes came says said takes took runs ran stands stood sits sat draws drew holds held knows knew sees \
            saw gets got gives gave makes made keeps kept lets puts sets tells told thinks thought feels felt finds found \
            falls fell leaves left loses lost meets met pays paid reads rides rode rings rang rises sends sent shakes shook \
            shuts sings sang sinks sank sleeps slept slides slid speaks spoke spends spent strides strode strikes struck \
            swears swore sweeps swept swims swam swings swung teaches taught tears tore throws threw wears wore wins won \
            writes wrote bites bit blows blew breaks broke brings brought buys bought catches caught chooses chose cuts digs \
            dug does did drinks drank drives drove eats ate fights fought flies flew forgets forgot grows grew hangs hung \
            hears heard hides hid hits kneels knelt lays laid leads led lies lay loves loved hates hated needs needed likes \
            liked hopes hoped tries tried cries cried carries carried hurries hurried pats patted nods nodded grins grinned \
            stops stopped steps stepped slips slipped grabs grabbed hugs hugged hums hummed shrugs shrugged begins began \
            becomes became creeps crept leaps leapt leans leant weeps wept spins spun spits spat stinks wakes woke bends bent \
            clings clung drags dragged drops dropped flees fled flings flung grips gripped knits pulls slams slammed chuckles \
            just quickly slowly quietly softly gently suddenly never always already finally carefully simply only still also""";

    private static final Set<String> DOES = new HashSet<>();
    private static final Set<String> BASE = new HashSet<>(java.util.List.of(
            "hang", "fall", "stand", "lie", "sway", "grow", "bloom", "float", "fly", "drift", "crowd", "line", "fill"));

    static {
        for (String verb : REGULAR.split("\\s+")) {
            BASE.add(verb);
            boolean mute = verb.endsWith("e");
            boolean hissing = verb.endsWith("s") || verb.endsWith("sh") || verb.endsWith("ch") || verb.endsWith("x");
            DOES.add(verb + (hissing ? "es" : "s"));
            DOES.add(mute ? verb + "d" : verb + "ed");
        }
        DOES.addAll(java.util.List.of(IRREGULAR.split("\\s+")));
    }

    /** What forces, times and feelings also do in stories: hope fades, dawn comes, a storm rises. */
    private static final Set<String> NOT_ONLY_PEOPLE = new HashSet<>(java.util.List.of(
            "comes",
            "came",
            "falls",
            "fell",
            "rises",
            "rose",
            "breaks",
            "broke",
            "brings",
            "brought",
            "begins",
            "began",
            "remains",
            "remained",
            "returns",
            "returned",
            "leaves",
            "left",
            "passes",
            "passed",
            "drifts",
            "drifted",
            "arrives",
            "arrived",
            "fills",
            "filled",
            "becomes",
            "became",
            "grows",
            "grew",
            "fades",
            "faded",
            "approaches",
            "approached",
            "takes",
            "took",
            "vanishes",
            "vanished",
            "disappeared",
            "disappears",
            "rolls",
            "rolled",
            "lights",
            "lighted",
            "dies",
            "died",
            "seems",
            "seemed",
            "turns",
            "turned",
            "makes",
            "made",
            "gives",
            "gave",
            "keeps",
            "kept",
            "never",
            "always",
            "only",
            "still",
            "just",
            "already",
            "finally",
            "slowly",
            "quickly",
            "suddenly",
            "blows",
            "blew",
            "melts",
            "melted",
            "settles",
            "ends",
            "ended",
            "starts",
            "started",
            "continues",
            "continued",
            "strikes",
            "struck",
            "rests",
            "rested",
            "lies",
            "lay",
            "hangs",
            "hung",
            "sets",
            "stays",
            "stayed",
            "works",
            "worked",
            "gets",
            "got",
            "goes",
            "went",
            "does",
            "did",
            "covers",
            "covered",
            "roars",
            "roared",
            "howls",
            "howled",
            "flashes",
            "flashed",
            "demands",
            "demanded",
            "pours",
            "poured",
            "drips",
            "dripped",
            "slides",
            "slipped",
            "slips",
            "creeps",
            "crept",
            "crawls",
            "crawled",
            "climbs",
            "climbed",
            "clings",
            "clung",
            "spreads",
            "whispers",
            "whispered",
            "taps",
            "tapped",
            "drums",
            "drummed",
            "lashes",
            "lashed",
            "washes",
            "washed",
            "hammers",
            "hammered",
            "burns",
            "burned",
            "flickers",
            "dances",
            "danced",
            "licks",
            "licked",
            "leaps",
            "leapt",
            "stings",
            "bites",
            "bit",
            "warms",
            "sinks",
            "sank",
            "swirls",
            "swirled",
            "curls",
            "curled",
            "drapes",
            "draped",
            "clears",
            "cleared",
            "closes",
            "closed",
            "lingers",
            "moves",
            "moved",
            "opens",
            "opened",
            "peeks",
            "peeked",
            "paints",
            "painted",
            "presses",
            "pressed",
            "sweeps",
            "swept",
            "wraps",
            "wrapped",
            "runs",
            "ran",
            "drops",
            "dropped",
            "flies",
            "flew",
            "swells",
            "smokes",
            "smoked",
            "races",
            "raced",
            "hides",
            "hid",
            "follows",
            "followed",
            "descends",
            "scatters",
            "scattered",
            "dusts",
            "dusted",
            "touches",
            "touched",
            "rides",
            "spins",
            "spun",
            "touches",
            "glows",
            "waits",
            "waited"));

    private static final Set<String> DOING = new HashSet<>();

    static {
        for (String does : DOES) {
            if (does.endsWith("s") && !NOT_ONLY_PEOPLE.contains(does)) {
                String base = does.substring(0, does.length() - 1);
                DOING.add(base + "ing");
                DOING.add(base + base.charAt(base.length() - 1) + "ing");
                if (base.endsWith("e")) {
                    DOING.add(base.substring(0, base.length() - 1) + "ing");
                }
            }
        }
    }

    private Verbs() {}

    /** As in {@code is telling}. */
    public static boolean isBeingDoneByPeople(String word) {
        return DOING.contains(word);
    }

    public static boolean isThirdPerson(String word) {
        return DOES.contains(word);
    }

    public static boolean isBase(String word) {
        return BASE.contains(word);
    }

    public static boolean isDoneByPeople(String word) {
        return DOES.contains(word) && !NOT_ONLY_PEOPLE.contains(word);
    }
}
