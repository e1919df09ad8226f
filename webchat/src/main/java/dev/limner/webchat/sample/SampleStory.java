package dev.limner.webchat.sample;

import dev.limner.chat.Responder;
import dev.limner.command.CommandSyntaxException;
import dev.limner.command.IncomingFile;
import dev.limner.webchat.room.People;
import dev.limner.webchat.room.RoomException;
import dev.limner.webchat.room.RoomException.Kind;
import dev.limner.webchat.room.Speech;
import dev.limner.webchat.room.Visitor;
import dev.limner.webchat.transcript.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A short story to begin with: three characters, two avatars, a style, and seven messages. It is told by giving the very
 * commands, and posting the very messages, that a person would, so it also shows how.
 */
public final class SampleStory {
    private static final String INES = "Ines";
    private static final String SAM = "Sam";
    private static final String MIRA = "Mira";

    private static final List<Step> COMMANDS = List.of(
            new Step(
                    "/avatar add face mira description=\"lean elf of forty, cropped silver hair, scar through the left"
                            + " brow\"",
                    new SampleFile("mira.png", SamplePortraits::mira)),
            new Step(
                    "/avatar add style inkwash description=\"loose ink wash on warm paper\"",
                    new SampleFile("inkwash.png", SamplePortraits::inkwash)),
            new Step(
                    "/character set Mira Mira, a lean elf of forty with cropped silver hair and a scar through the left"
                            + " brow, in an archivist's long grey coat aliases=\"the archivist\""
                            + " tags=<be-face:mira:0.3> proxy=Mira",
                    null),
            new Step(
                    "/character set Tobin Tobin, a broad young smith with soot on his cheeks and rolled sleeves"
                            + " player=Sam",
                    null),
            new Step(
                    "/character set Wren Wren, a freckled girl of twelve in an oilskin coat far too large for her"
                            + " aliases=\"the lamp girl\"",
                    null),
            new Step(
                    "/style save inkwash ink wash illustration, {prompt}, muted palette negative=\"text, watermark\""
                            + " tags=<be-style:inkwash:0.3>",
                    null),
            new Step("/style set inkwash", null),
            new Step("/story on", null));

    private static final List<Line> LINES = List.of(
            new Line(
                    INES,
                    MIRA,
                    "*stops on the last stair and holds the lantern out over black water* \"It has risen"
                            + " again. Yesterday the third shelf was dry.\""),
            new Line(
                    SAM,
                    null,
                    "Tobin wades in up to his knees, one hand on the stone, and tries the iron door."
                            + " \"Rusted shut. Give me a minute and something heavy.\""),
            new Line(INES, null, "((back in five, the kettle is singing))"),
            new Line(
                    INES,
                    MIRA,
                    "\"Quietly, Tobin. These books were drowned once; they have not forgiven us.\" *She"
                            + " lifts a swollen volume to the light, and silver fish pour out of its pages.*"),
            new Line(SAM, null, "He laughs in spite of himself, and the echo laughs back, a moment too late."),
            new Line(INES, MIRA, "*turns slowly* \"Wren? You were to wait above.\""),
            new Line(
                    SAM,
                    null,
                    "At the top of the stair the lamp girl stands dripping in her enormous coat, a paper"
                            + " boat burning in her hands. The flooded archive glows gold around the three of them."));

    private final People people;
    private final Speech speech;

    public SampleStory(People people, Speech speech) {
        this.people = people;
        this.speech = speech;
    }

    private record Step(String command, @Nullable IncomingFile file) {}

    private record Line(String person, @Nullable String character, String text) {}

    /**
     * Tells the story; as often as somebody likes. Blocks until all is kept.
     *
     * @param telling told again under the same name, as when no answer came, its messages stand there once
     */
    public void tell(Person teller, String telling, Responder answers, Visitor visitor) throws RoomException {
        if (!teller.moderator()) {
            throw new RoomException(
                    Kind.NOT_ALLOWED, "The sample turns story capture on, which is for moderators. Speak as one.");
        }
        Person ines = actor(INES, List.of(MIRA));
        Person sam = actor(SAM, List.of());
        Answers collected = new Answers(answers);
        for (Step step : COMMANDS) {
            collected.begin(step.command());
            run(teller, step, collected);
        }
        for (int i = 0; i < LINES.size(); i++) {
            Line line = LINES.get(i);
            speech.say(line.person().equals(INES) ? ines : sam, line.character(), line.text(), telling + "-" + (i + 1));
        }
        visitor.tell("sample", Map.of("person", teller.id(), "steps", collected.end()));
    }

    private void run(Person teller, Step step, Responder answers) throws RoomException {
        try {
            List<IncomingFile> files = step.file() == null ? List.of() : List.of(step.file());
            speech.command(teller, step.command(), files, answers);
        } catch (CommandSyntaxException e) {
            throw new IllegalStateException("the sample has a command that cannot be read: " + step.command(), e);
        }
    }

    /** Whoever is there already under that name stays what they are, and posts under these names too. */
    private Person actor(String name, List<String> characters) throws RoomException {
        Optional<Person> there = people.named(name);
        if (there.isEmpty()) {
            return people.save(null, name, false, characters);
        }
        Person person = there.get();
        if (person.characters().containsAll(characters)) {
            return person;
        }
        List<String> all =
                Stream.concat(person.characters().stream(), characters.stream()).toList();
        return people.save(person.id(), person.name(), person.moderator(), all);
    }
}
