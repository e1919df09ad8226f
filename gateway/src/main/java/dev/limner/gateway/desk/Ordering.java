package dev.limner.gateway.desk;

import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.Order;
import dev.limner.illustration.Troupe;
import dev.limner.illustration.Window;
import dev.limner.image.BackendException;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Ask;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One wish on its way to be accepted. No other may be under way in its place meanwhile. */
final class Ordering {
    private static final long SEEDS = 1L << 32;

    private final Studio studio;
    private final WaitingRoom room;
    private final Uploads uploads;
    private final Places places;
    private final Visit visit;
    private final Caller caller;
    private final Wish wish;
    private final Place place;
    private final String fingerprint;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<String> accepted = new ArrayList<>();

    Ordering(Studio studio, WaitingRoom room, Uploads uploads, Places places, Visit visit, Wish wish, Place place) {
        this.studio = studio;
        this.room = room;
        this.uploads = uploads;
        this.places = places;
        this.visit = visit;
        this.caller = visit.caller();
        this.wish = wish;
        this.place = place;
        this.fingerprint = wish.fingerprint();
    }

    void refuseAnother(List<Illustration> earlier) throws ConflictException {
        boolean another = earlier.stream()
                .map(Illustration::askedIn)
                .anyMatch(asked -> asked == null || !asked.id().endsWith("-" + fingerprint));
        if (another) {
            throw new ConflictException(
                    "Another request was sent with this Idempotency-Key. Send a new key with a new request.");
        }
    }

    /** @param seed of the first picture */
    Job anew(long seed)
            throws RefusedException, UnfitImageException, BusyException, BackendException, StoppedException {
        takePlaces(wish.count());
        try {
            Ask ask;
            Composition composition;
            try {
                ask = ask();
                composition = sized(compose(ask, seed));
            } finally {
                places.giveBack(caller, wish.count());
            }
            for (int i = 0; i < wish.count(); i++) {
                accept(i, ask, composition.withSeed((seed + i) % SEEDS));
            }
        } catch (RefusedException
                | UnfitImageException
                | BusyException
                | BackendException
                | StoppedException
                | RuntimeException e) {
            takeBack();
            throw e;
        }
        return new Job(waiting);
    }

    /** What is drawn is handed out again, what is under way is waited for, what came to nothing is tried again. */
    Job again(List<Illustration> earlier) throws UnfitImageException, BusyException, StoppedException {
        List<Optional<Illustration>> before = new ArrayList<>();
        for (int i = 0; i < wish.count(); i++) {
            MessageRef request = request(i);
            before.add(earlier.stream().filter(e -> request.equals(e.askedIn())).findFirst());
        }
        int more = (int) before.stream().filter(Ordering::isToBeDrawn).count();
        takePlaces(more);
        try {
            Ask ask = askFor(more);
            for (int i = 0; i < wish.count(); i++) {
                Illustration like = before.get(i).orElse(earlier.get(0));
                if (ask != null && isToBeDrawn(before.get(i))) {
                    accept(i, ask, likeBefore(like, i));
                } else {
                    Waiting entered = room.enter(request(i));
                    waiting.add(entered);
                    room.accepted(entered, like.id());
                }
            }
        } catch (UnfitImageException | BusyException | StoppedException | RuntimeException e) {
            takeBack();
            throw e;
        }
        return new Job(waiting);
    }

    /** Images are taken in again where something is to be drawn with them, and only there. */
    private @Nullable Ask askFor(int more) throws UnfitImageException, StoppedException {
        try {
            return more > 0 ? ask() : null;
        } finally {
            places.giveBack(caller, more);
        }
    }

    /** The seeds of one wish count up. */
    private Composition likeBefore(Illustration like, int number) {
        Composition composition = Objects.requireNonNull(like.composition(), "a wish is composed when it is accepted");
        long first = composition.seed() - numberOf(like);
        return composition.withSeed(Math.floorMod(first + number, SEEDS));
    }

    private static int numberOf(Illustration illustration) {
        String asked = Objects.requireNonNull(illustration.askedIn(), "a wish is a request")
                .id();
        return Integer.parseInt(asked.substring(0, asked.indexOf('-')));
    }

    private static boolean isToBeDrawn(Optional<Illustration> before) {
        return before.isEmpty() || Desk.cameToNothing(before.get());
    }

    private void accept(int number, Ask ask, Composition composition) throws BusyException, StoppedException {
        goOn();
        Waiting entered = room.enter(request(number));
        waiting.add(entered);
        try {
            // an HTTP request is answered once, with its picture
            Order order = new Order(place, caller.drawing(), ask, request(number)).unacknowledged();
            String id = studio.illustrator().accept(order, composition).id();
            accepted.add(id);
            room.accepted(entered, id);
        } catch (RefusedException e) {
            // what is composed is refused only because others of this key were quicker
            room.dismiss(entered);
            throw new BusyException(e.userText());
        } catch (RuntimeException e) {
            room.dismiss(entered);
            throw e;
        }
    }

    /** Nobody else knows of what was accepted. */
    private void takeBack() {
        accepted.forEach(studio.illustrator()::cancel);
    }

    /** Images are not taken in for nobody. */
    private Ask ask() throws UnfitImageException, StoppedException {
        goOn();
        String prompt = uploads.keep(caller, place.channel(), wish);
        return new Ask(Mode.IMAGINE, null, null, prompt, null, wish.negative(), null);
    }

    private void goOn() throws StoppedException {
        if (visit.isOver()) {
            throw new StoppedException();
        }
    }

    private Composition compose(Ask ask, long seed) throws RefusedException, BackendException {
        try {
            Troupe troupe = new Troupe(caller.stagePlace(), wish.styles());
            return withoutAdvice(studio.drafting().compose(place, troupe, ask, new Window(0, 0), seed));
        } catch (CannotComposeException e) {
            throw new RefusedException(e.userTextWithoutCommands(), e);
        }
    }

    /** Nobody chose the weights of tags that nobody typed. */
    private Composition withoutAdvice(Composition composition) {
        List<String> ours =
                Uploads.tags(wish).stream().map(tag -> tag + ": above ").toList();
        return composition.withNotes(composition.notes().stream()
                .filter(note -> ours.stream().noneMatch(note::startsWith))
                .toList());
    }

    private Composition sized(Composition composition) {
        return wish.size() == null
                ? composition
                : composition.withSize(wish.size().width(), wish.size().height());
    }

    private void takePlaces(int more) throws BusyException {
        places.take(caller, more, () -> studio.illustrations().unfinished(caller.user()));
    }

    private MessageRef request(int number) {
        return new MessageRef(place.channel(), number + "-" + fingerprint);
    }
}
