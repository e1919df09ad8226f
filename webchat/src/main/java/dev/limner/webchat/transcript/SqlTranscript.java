package dev.limner.webchat.transcript;

import dev.limner.avatar.ImageHash;
import dev.limner.chat.Button;
import dev.limner.storage.Database;
import dev.limner.webchat.transcript.Entry.Owed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The transcript in the database; its tables come with the module {@code webchat} of the migrations. */
public final class SqlTranscript implements Transcript {
    private final Database database;
    private final PeopleTable people = new PeopleTable();

    public SqlTranscript(Database database) {
        this.database = database;
    }

    @Override
    public Appended append(Draft draft, Instant at) {
        return database.writeNow(db -> {
            Optional<Entry> first = draft.nonce() == null ? Optional.empty() : byNonce(db, draft.room(), draft.nonce());
            return first.map(entry -> new Appended(entry, false))
                    .orElseGet(() -> new Appended(insert(db, draft, at), true));
        });
    }

    private static Entry insert(Handle db, Draft draft, Instant at) {
        String id = Ids.next();
        db.createUpdate(
                        "insert into webchat_message (id, room, position, kind, person, name, text, reply_to, nonce, at,"
                                + " revision, deleted, owed) values (:id, :room, (select coalesce(max(position), 0) + 1"
                                + " from webchat_message where room = :room), :kind, :person, :name, :text, :replyTo, :nonce,"
                                + " :at, 0, false, :owed)")
                .bind("id", id)
                .bind("room", draft.room())
                .bind("kind", draft.kind().name())
                .bind("person", draft.person())
                .bind("name", draft.name())
                .bind("text", draft.body().text())
                .bind("replyTo", draft.replyTo())
                .bind("nonce", draft.nonce())
                .bind("at", at.toEpochMilli())
                .bind("owed", (draft.person() == null ? Owed.NOTHING : Owed.POST).name())
                .execute();
        attach(db, id, draft.body());
        return byId(db, draft.room(), id).orElseThrow();
    }

    @Override
    public Optional<Entry> replace(String room, String id, Draft.Body body) {
        return database.writeNow(db -> {
            if (change(db, room, id, body.text(), false) == 0) {
                return Optional.<Entry>empty();
            }
            detach(db, id);
            attach(db, id, body);
            removeUnusedFiles(db);
            return byId(db, room, id);
        });
    }

    @Override
    public Optional<Entry> delete(String room, String id) {
        return database.writeNow(db -> {
            if (change(db, room, id, "", true) == 0) {
                return Optional.<Entry>empty();
            }
            detach(db, id);
            removeUnusedFiles(db);
            return byId(db, room, id);
        });
    }

    @Override
    public List<Entry> forget(String person) {
        return database.writeNow(db -> {
            List<Entry> theirs = db.createQuery(
                            "select * from webchat_message where person = :person and not deleted order by position")
                    .bind("person", person)
                    .map(Rows::message)
                    .list();
            for (Entry entry : theirs) {
                change(db, entry.room(), entry.id(), "", true);
                detach(db, entry.id());
            }
            db.execute("update webchat_message set name = '' where person = ? and deleted", person);
            removeUnusedFiles(db);
            return theirs;
        });
    }

    private static int change(Handle db, String room, String id, String text, boolean deleted) {
        return db.createUpdate("update webchat_message set text = :text, deleted = :deleted, revision = revision + 1,"
                        + " owed = case when person is null then 'NOTHING' when owed = 'POST' then 'POST'"
                        + " else 'CHANGE' end where room = :room and id = :id and not deleted")
                .bind("text", text)
                .bind("deleted", deleted)
                .bind("room", room)
                .bind("id", id)
                .execute();
    }

    @Override
    public void settle(Entry entry) {
        database.writeNow(db -> db.createUpdate(
                        "update webchat_message set owed = 'NOTHING' where id = :id and revision = :revision")
                .bind("id", entry.id())
                .bind("revision", entry.revision())
                .execute());
    }

    @Override
    public List<Entry> owed(String room) {
        return database.read(db -> Rows.filled(
                db,
                db.createQuery("select * from webchat_message where room = :room and owed <> 'NOTHING'"
                                + " order by position")
                        .bind("room", room)
                        .map(Rows::message)
                        .list()));
    }

    @Override
    public Optional<Entry> find(String room, String id) {
        return database.read(db -> byId(db, room, id).filter(entry -> !entry.deleted()));
    }

    @Override
    public List<Entry> before(String room, long position, int limit) {
        return database.read(db -> Rows.filled(
                db,
                db.createQuery("select * from (select * from webchat_message where room = :room and not deleted"
                                + " and position < :position order by position desc limit :limit) as page"
                                + " order by position")
                        .bind("room", room)
                        .bind("position", position)
                        .bind("limit", limit)
                        .map(Rows::message)
                        .list()));
    }

    @Override
    public Optional<Stored> file(String hash) {
        return database.read(db -> db.createQuery("select bytes, media_type from webchat_file where hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> new Stored(row.getBytes("bytes"), row.getString("media_type")))
                .findFirst());
    }

    @Override
    public List<Person> people() {
        return database.read(people::all);
    }

    @Override
    public void save(Person person) {
        database.writeNow(db -> people.save(db, person));
    }

    @Override
    public void removePerson(String id) {
        database.writeNow(db -> people.remove(db, id));
    }

    private static Optional<Entry> byId(Handle db, String room, String id) {
        return one(db, "room = :room and id = :key", room, id);
    }

    private static Optional<Entry> byNonce(Handle db, String room, @Nullable String nonce) {
        return one(db, "room = :room and nonce = :key", room, nonce);
    }

    private static Optional<Entry> one(Handle db, String condition, String room, @Nullable String key) {
        List<Entry> found = db.createQuery("select * from webchat_message where " + condition)
                .bind("room", room)
                .bind("key", key)
                .map(Rows::message)
                .list();
        return Rows.filled(db, found).stream().findFirst();
    }

    private static void attach(Handle db, String message, Draft.Body body) {
        for (int place = 0; place < body.files().size(); place++) {
            attach(db, message, place, body.files().get(place));
        }
        for (int place = 0; place < body.buttons().size(); place++) {
            Button button = body.buttons().get(place);
            db.execute(
                    "insert into webchat_button (message, place, id, label) values (?, ?, ?, ?)",
                    message,
                    place,
                    button.id(),
                    button.label());
        }
    }

    private static void attach(Handle db, String message, int place, Draft.File file) {
        String hash = ImageHash.of(file.bytes()).value();
        db.execute(
                "insert into webchat_file (hash, media_type, bytes) values (?, ?, ?) on conflict (hash) do nothing",
                hash,
                file.mediaType(),
                file.bytes());
        db.execute(
                "insert into webchat_picture (message, place, hash, file_name, alt, spoiler) values (?, ?, ?, ?, ?, ?)",
                message,
                place,
                hash,
                file.fileName(),
                file.alt(),
                file.spoiler());
    }

    private static void detach(Handle db, String message) {
        db.execute("delete from webchat_picture where message = ?", message);
        db.execute("delete from webchat_button where message = ?", message);
    }

    private static void removeUnusedFiles(Handle db) {
        db.execute("delete from webchat_file where not exists"
                + " (select 1 from webchat_picture where webchat_picture.hash = webchat_file.hash)");
    }
}
