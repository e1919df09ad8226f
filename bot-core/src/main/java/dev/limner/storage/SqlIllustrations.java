package dev.limner.storage;

import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.UserRef;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.illustration.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;

/** Illustrations in {@code illustration}. Their ids are ordered by time, so queries need no other order. */
public final class SqlIllustrations implements IllustrationRepository {
    private final Database database;

    public SqlIllustrations(Database database) {
        this.database = database;
    }

    @Override
    public void add(Illustration illustration) {
        database.noteNow(handle -> added(handle, illustration));
    }

    @Override
    public void settle() {
        database.settle();
    }

    private static int added(Handle handle, Illustration illustration) {
        SchedulerLanes.lineUp(handle, illustration.requester(), illustration.accepted());
        return IllustrationRow.bind(
                        handle.createUpdate("insert into illustration (" + IllustrationRow.COLUMNS + ") values ("
                                + IllustrationRow.PARAMETERS + ")"),
                        illustration)
                .execute();
    }

    @Override
    public Optional<Illustration> find(String id) {
        return select("where id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Illustration> next(UserRef requester) {
        return select("where requester = ? and not told order by id limit 1", Refs.stored(requester)).stream()
                .findFirst();
    }

    @Override
    public boolean replace(State expected, Illustration illustration) {
        return database.writeNow(handle -> replaced(handle, expected, illustration));
    }

    @Override
    public void note(State expected, Illustration illustration) {
        database.note(handle -> replaced(handle, expected, illustration));
    }

    @Override
    public CompletableFuture<Boolean> replace(State expected, Illustration illustration, StoredImage picture) {
        return database.write(handle -> {
            boolean changed = replaced(handle, expected, illustration);
            if (changed) {
                SqlImageStore.put(handle, ImageHash.of(picture.bytes()), picture);
            }
            return changed;
        });
    }

    @Override
    public void noteStatus(String id, MessageRef status) {
        var unused = database.noteNow(handle -> handle.execute(
                "update illustration set status = ? where id = ? and status is null", Refs.storedOrNull(status), id));
    }

    private static boolean replaced(Handle handle, State expected, Illustration illustration) {
        int changed = IllustrationRow.bind(
                        handle.createUpdate("update illustration set " + IllustrationRow.ASSIGNMENTS
                                + " where id = :id and state = :expected"),
                        illustration)
                .bind("expected", expected.name())
                .execute();
        if (illustration.told()) {
            handle.execute("delete from illustration where id = ? and forgotten and told", illustration.id());
        }
        return changed > 0;
    }

    @Override
    public List<UserRef> waiting() {
        return database.read(handle -> handle.select(
                        "select requester from illustration where not told group by requester order by min(id)")
                .map((row, context) -> Refs.user(row.getString(1)))
                .list());
    }

    @Override
    public int open(UserRef requester) {
        return database.read(handle -> handle.select(
                        "select count(*) from illustration where requester = ? and not told", Refs.stored(requester))
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public int unfinished(UserRef requester) {
        return database.read(handle ->
                handle.select("""
                        select count(*) from illustration
                        where requester = ? and not told
                            and state not in ('DONE', 'FAILED', 'REFUSED', 'CANCELLED')
                        """, Refs.stored(requester)).mapTo(Integer.class).one());
    }

    /**
     * The queue is all first ones of every lane in the order of the lanes' next turns, then all second ones, and so on.
     * What a lane is working on stands before it, and of those the first is drawn while the others wait for an image
     * server, as if there were one server for one picture at a time. A lane without a turn to come is about to be woken,
     * in order of acceptance.
     */
    @Override
    public int placeOf(String id) {
        return database.read(handle -> handle.select("""
                        with open as (
                            select id, requester, changed,
                                row_number() over (partition by requester order by id) as turn,
                                min(id) over (partition by requester) as oldest
                            from illustration
                            where not told and state not in ('DONE', 'FAILED', 'REFUSED', 'CANCELLED')
                        ), held as (
                            select open.id, open.changed, open.turn, open.oldest, lane.execution_time,
                                case when open.turn = 1 and lane.picked then 0 else 1 end as idle
                            from open left join scheduled_tasks as lane
                                on lane.task_name = ? and lane.task_instance = open.requester
                        ), queue as (
                            select id, turn, oldest, execution_time, idle, changed,
                                case when idle = 0
                                    and row_number() over (partition by idle order by changed, id) = 1
                                    then 0 else 1 end as waits
                            from held
                        ), placed as (
                            select id, waits,
                                sum(waits) over (order by turn, waits, idle,
                                    case when idle = 0 then changed end,
                                    case when idle = 1 then execution_time end nulls last, oldest
                                    rows unbounded preceding) as place
                            from queue
                        )
                        select case when waits = 0 then 1 else place end from placed where id = ?
                        """, SchedulerLanes.TASK, id)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    @Override
    public List<Illustration> latest(ChannelRef channel, int limit) {
        return select("where channel = ? order by id desc limit ?", Refs.stored(channel), limit);
    }

    @Override
    public boolean isOf(UserRef requester, String event) {
        return database.read(handle -> handle.select(
                                "select count(*) from illustration where requester = ? and event = ?",
                                Refs.stored(requester),
                                event)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    @Override
    public List<Illustration> requestedBy(UserRef requester, int limit) {
        return select("where requester = ? and not forgotten order by id desc limit ?", Refs.stored(requester), limit);
    }

    @Override
    public int forgetBy(UserRef requester) {
        return database.writeNow(handle -> {
            handle.execute("update illustration set forgotten = true where requester = ?", Refs.stored(requester));
            return handle.execute("delete from illustration where requester = ? and told", Refs.stored(requester));
        });
    }

    private List<Illustration> select(String rest, Object... arguments) {
        return database.read(
                handle -> handle.select("select " + IllustrationRow.COLUMNS + " from illustration " + rest, arguments)
                        .map(IllustrationRow::read)
                        .list());
    }
}
