package dev.limner.webchat.http;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.character.StoryCharacter;
import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Dropped;
import dev.limner.webchat.room.People;
import dev.limner.webchat.room.Room;
import dev.limner.webchat.room.RoomException;
import dev.limner.webchat.room.RoomView;
import dev.limner.webchat.room.RoomView.Prompt;
import dev.limner.webchat.transcript.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands beside the room, in the shape in which it becomes JSON. */
final class Panel {
    private final Room room;
    private final People people;
    private final RoomView view;

    Panel(Room room, People people, RoomView view) {
        this.room = room;
        this.people = people;
        this.view = view;
    }

    record Shown(
            RoomView.Status status, List<CharacterCard> characters, List<AvatarCard> avatars, List<String> styles) {}

    /** @param inherited kept for the community, not for this room */
    record CharacterCard(
            String name,
            List<String> aliases,
            String prefix,
            String negative,
            List<String> tags,
            String state,
            String owner,
            @Nullable String player,
            @Nullable String proxy,
            boolean inherited) {}

    /** @param owner null when it belongs to the moderators */
    record AvatarCard(
            String kind,
            String name,
            String url,
            int width,
            int height,
            @Nullable String owner,
            boolean shared,
            String description) {}

    record Part(String source, String label, String text) {}

    record ReferenceRow(String kind, String name, double weight, String from) {}

    record Meter(int used, int limit, String encoder, boolean exact) {}

    record DroppedRow(String what, String text, String why) {}

    record PromptCard(
            List<Part> parts,
            String negative,
            List<String> cast,
            List<ReferenceRow> references,
            Meter tokens,
            List<DroppedRow> dropped,
            List<String> notes,
            int width,
            int height) {}

    Shown shown() {
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
        return new Shown(
                view.status(room.place()),
                view.characters(room.place()).stream().map(c -> card(c, names)).toList(),
                view.avatars(room.place()).stream().map(a -> card(a, names)).toList(),
                view.styles(room.place()));
    }

    /** The prompt as composed for a person, or why there is none. */
    Object prompt(@Nullable String person) throws RoomException {
        Prompt prompt = view.prompt(room.place(), room.member(people.get(person)));
        if (prompt instanceof Prompt.Composed composed) {
            return card(composed.composition());
        }
        return Map.of("nothing", ((Prompt.Nothing) prompt).why());
    }

    /** The image of an avatar, by what stands in its address. */
    Optional<StoredImage> image(String hash) {
        return hash.matches("[0-9a-f]{64}") ? view.image(new ImageHash(hash)) : Optional.empty();
    }

    private CharacterCard card(StoryCharacter c, Map<String, String> names) {
        return new CharacterCard(
                c.name(),
                c.aliases(),
                c.prefix(),
                c.negative(),
                c.tags(),
                c.state(),
                name(c.owner(), names),
                c.player() == null ? null : name(c.player().user(), names),
                c.proxy(),
                !c.scope().equals(Scope.of(room.place().channel())));
    }

    private static AvatarCard card(Avatar a, Map<String, String> names) {
        return new AvatarCard(
                a.kind().word(),
                a.name().toString(),
                "/api/images/" + a.image(),
                a.width(),
                a.height(),
                a.owner() == null ? null : name(a.owner(), names),
                a.shared(),
                a.description());
    }

    private static PromptCard card(Composition c) {
        return new PromptCard(
                c.parts().stream()
                        .map(p -> new Part(p.source().name().toLowerCase(Locale.ROOT), p.label(), p.text()))
                        .toList(),
                c.negative(),
                c.cast(),
                c.references().stream()
                        .map(r -> new ReferenceRow(r.kind().word(), r.name().toString(), r.weight(), r.from()))
                        .toList(),
                new Meter(
                        c.tokens().used(),
                        c.tokens().limit(),
                        c.tokens().encoder().word(),
                        c.tokens().exact()),
                Dropped.forReaders(c.dropped()).stream()
                        .map(d -> new DroppedRow(d.what(), d.text(), d.why()))
                        .toList(),
                c.notes(),
                c.width(),
                c.height());
    }

    private static String name(UserRef user, Map<String, String> names) {
        return names.getOrDefault(user.id(), "somebody who left");
    }
}
