package dev.limner.prompt;

import dev.limner.prompt.cast.Asked;
import dev.limner.prompt.cast.Cast;
import dev.limner.prompt.fit.Draft;
import dev.limner.prompt.fit.Fitting;
import dev.limner.prompt.fit.Piece;
import dev.limner.prompt.fit.Report;
import dev.limner.prompt.fit.StyleFrame;
import dev.limner.prompt.fit.TokenMeter;
import dev.limner.prompt.fit.Wording;
import dev.limner.prompt.markup.BackendCommands;
import dev.limner.prompt.markup.CleanPosts;
import dev.limner.prompt.markup.GivenText;
import dev.limner.prompt.markup.Passage;
import dev.limner.prompt.markup.Sentences;
import dev.limner.prompt.markup.StoryLines;
import dev.limner.prompt.names.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One composition on its way: scene, cast, references, words, limit. */
final class Composing {
    /** No token has more characters on average in any text that people write. */
    private static final int CHARACTERS_PER_TOKEN = 16;

    private final CompositionInput input;
    private final Ask ask;
    private final List<CharacterSheet> characters;
    private final Report report = new Report();
    private final Wording wording;
    private final TokenMeter meter;
    private final int limit;
    private final Roster roster;
    private final CleanPosts cleanPosts;
    private final Lexicon lexicon;
    private final References references;

    Composing(CompositionInput input, EncoderSettings encoders, Roster roster, CleanPosts cleanPosts) {
        this.cleanPosts = cleanPosts;
        this.input = input;
        ask = input.ask();
        characters = input.characters();
        Encoder encoder = input.model().encoder();
        wording = new Wording(encoder);
        meter = encoders.meter(encoder);
        limit = encoders.limit(input.model());
        this.roster = roster;
        lexicon = roster.lexicon();
        boolean faces = ask.mode() != Mode.BACKGROUND && ask.mode() != Mode.PORTRAIT;
        references = new References(input.avatars(), faces, report);
    }

    SceneMaterial material() throws CannotComposeException {
        Scene scene = scene();
        List<SceneMaterial.Person> cast = new ArrayList<>();
        for (int c : cast(scene.passages(), null)) {
            GivenSheet sheet = roster.sheet(c, wording.encoder());
            cast.add(new SceneMaterial.Person(sheet.name(), sheet.words()));
        }
        List<SceneMaterial.Line> story = scene.passages().stream()
                .map(p -> new SceneMaterial.Line(
                        p.speakers().stream()
                                .map(c -> SceneWords.plainName(characters.get(c).name()))
                                .collect(Collectors.joining(" and ")),
                        BackendCommands.inStory(
                                p.text().replace(StoryLines.EMPHASIS, ' ').strip())))
                .toList();
        return new SceneMaterial(cast, story, wording.encoder());
    }

    /** @param written the scene in somebody else's words */
    Composition compose(@Nullable WrittenScene written) throws CannotComposeException {
        GivenText command = given(ask.mode() == Mode.IMAGINE ? ask.prompt() : null, "the prompt");
        GivenText hint = given(ask.hint(), "the hint");
        Integer asked = asked();
        Scene scene = scene();
        List<Passage> passages = new ArrayList<>(scene.passages());
        if (!command.text().isEmpty()) {
            passages.add(Passage.given(command.text()));
        }
        List<Passage> read = withHint(passages, hint);
        new NothingToDraw(ask, scene).check(read);
        List<Integer> cast = cast(read, asked);
        PromptPart.Source given = PromptPart.Source.COMMAND;
        if (written != null) {
            List<Passage> words = new Written(written).passages(wording.encoder());
            if (words.isEmpty()) {
                report.note("The scene writer's words left nothing to draw; composed from the story's own.");
            } else {
                passages = words;
                given = PromptPart.Source.WRITER;
                List<Integer> insisted =
                        Cast.of(withHint(List.of(), hint), roster.mentions(), roster.looks(), characters.size(), asked);
                List<Integer> described = Cast.of(words, roster.mentions(), roster.looks(), characters.size(), null);
                cast = new Written(written).cast(cast, described, insisted, lexicon, report);
                report.note("The scene is in the words of the scene writer.");
            }
        }
        Draft draft = draft(passages, given, hint, cast);
        collect(scene, cast, command, hint);
        return composition(fitted(draft), cast);
    }

    /** A tokenizer may make more of the whole than of its pieces; then the pieces get so much less room. */
    private List<PromptPart> fitted(Draft draft) {
        int room = limit;
        while (true) {
            Report cuts = new Report();
            List<PromptPart> parts =
                    new Fitting(wording, meter, cuts).fit(draft, room).parts(wording.joint());
            int over = meter.tokens(text(parts)) - limit;
            if (over <= 0 || room <= 0) {
                cuts.dropped().forEach(d -> report.dropped(d.what(), d.text(), d.why()));
                return parts;
            }
            room -= over;
        }
    }

    private static String text(List<PromptPart> parts) {
        return parts.stream().map(PromptPart::text).collect(Collectors.joining());
    }

    private GivenText given(@Nullable String text, String where) throws CannotComposeException {
        return GivenText.read(text == null ? "" : text, where, wording.encoder());
    }

    private @Nullable Integer asked() throws CannotComposeException {
        if (ask.character() == null) {
            if (ask.mode() == Mode.PORTRAIT) {
                throw new CannotComposeException("Say whose portrait to draw. " + UnknownCharacter.list(characters));
            }
            return null;
        }
        List<Integer> called = new Asked(lexicon).find(ask.character());
        if (called.isEmpty()) {
            throw new CannotComposeException(UnknownCharacter.message(ask.character(), characters));
        }
        return called.get(0);
    }

    private Scene scene() {
        if (ask.mode() == Mode.IMAGINE) {
            return Scene.none();
        }
        int most = ask.mode() == Mode.LAST ? 1 : ask.messages() == null ? 0 : Math.max(1, ask.messages());
        int room = limit * CHARACTERS_PER_TOKEN;
        return Scene.select(input.posts(), cleanPosts, roster, report, most, room);
    }

    private static List<Passage> withHint(List<Passage> passages, GivenText hint) {
        if (hint.text().isEmpty()) {
            return passages;
        }
        List<Passage> all = new ArrayList<>(passages);
        all.add(Passage.given(hint.text()));
        return all;
    }

    private List<Integer> cast(List<Passage> read, @Nullable Integer asked) {
        return switch (ask.mode()) {
            case BACKGROUND -> List.of();
            case PORTRAIT -> asked == null ? List.of() : List.of(asked);
            default -> Cast.of(read, roster.mentions(), roster.looks(), characters.size(), asked);
        };
    }

    private Draft draft(List<Passage> passages, PromptPart.Source given, GivenText hint, List<Integer> cast)
            throws CannotComposeException {
        String prefix = input.style() == null ? "" : tagless(input.style().prefix());
        StyleFrame style = prefix.isBlank() ? StyleFrame.NONE : StyleFrame.of(prefix, wording);
        List<Piece> people = new ArrayList<>();
        for (int c : cast) {
            GivenSheet sheet = roster.sheet(c, wording.encoder(), people.isEmpty() && style.awaits());
            people.add(Piece.character(sheet.name(), sheet.words(), sheet.stateAt()));
        }
        SceneWords words = new SceneWords(wording, meter, lexicon, characters, given, report);
        List<Piece> scene = switch (ask.mode()) {
            case BACKGROUND -> words.place(passages);
            case PORTRAIT -> words.mood(passages, cast.get(0));
            default -> words.scene(passages, limit);
        };
        List<Piece> hints = hint.text().isEmpty()
                ? List.of()
                : List.of(new Piece(PromptPart.Source.HINT, "", wording.sentence(hint.text())));
        return new Draft(style, people, lead(cast), scene, ask.mode() == Mode.IMAGINE, hints);
    }

    /** What a mode adds in words of its own. */
    private Piece lead(List<Integer> cast) {
        boolean prose = wording.encoder().readsProse();
        String words = switch (ask.mode()) {
            case BACKGROUND -> prose ? "The place alone, with nobody in it." : "scenery, no people";
            case PORTRAIT ->
                prose
                        ? "A portrait of "
                                + SceneWords.plainName(
                                        characters.get(cast.get(0)).name()) + " alone."
                        : "portrait, solo";
            default -> "";
        };
        return new Piece(PromptPart.Source.LIMNER, "", words);
    }

    private static String tagless(String text) throws CannotComposeException {
        try {
            return dev.limner.avatar.Tags.given(text).text();
        } catch (dev.limner.avatar.TagException e) {
            throw new CannotComposeException("the style: " + e.getMessage());
        }
    }

    /** Style, characters in cast order (prefix, then tags), then scene or command. */
    private void collect(Scene scene, List<Integer> cast, GivenText command, GivenText hint)
            throws CannotComposeException {
        StyleSheet style = input.style();
        if (style != null) {
            references.kept(given(style.prefix(), "the style").tags(), "style");
            references.kept(GivenText.readTags(style.tags(), "the style"), "style");
        }
        for (int c : cast) {
            references.kept(
                    roster.sheet(c, wording.encoder()).tags(),
                    "character " + characters.get(c).name());
        }
        scene.tags().forEach(t -> references.told(t.post(), t.tags()));
        references.asked(command.tags(), ask.askedBy());
        references.asked(hint.tags(), ask.askedBy());
    }

    private Composition composition(List<PromptPart> parts, List<Integer> cast) throws CannotComposeException {
        String prompt = text(parts);
        if (!Sentences.hasWords(prompt)) {
            throw new CannotComposeException("Nothing is left to draw: what there is does not fit the model's limit of "
                    + limit + " tokens. Use shorter words.");
        }
        ModelFamily model = input.model();
        Format format = ask.mode().format();
        String negative = new Negative(input, wording, meter, limit, report).of(cast);
        return new Composition(
                prompt,
                parts,
                negative,
                input.seed(),
                model.width(format),
                model.height(format),
                cast.stream().map(c -> characters.get(c).name()).toList(),
                references.resolved(),
                new TokenCount(meter.tokens(prompt), limit, model.encoder(), meter.exact()),
                report.dropped(),
                report.notes());
    }
}
