package dev.limner.illustration;

import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.ListedNetworks;
import dev.limner.character.Settings;
import dev.limner.chat.Answers;
import dev.limner.chat.MessagePlanner;
import dev.limner.story.Capture;
import dev.limner.story.StoryLog;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The life of illustrations put together: acceptance, the turns that draw, and the status that is shown meanwhile. */
public final class Illustrations implements AutoCloseable {
    private final IllustrationRepository repository;
    private final Lanes lanes;
    private final StatusBoard board;
    private final QueueWatch queue;
    private final IllustrationWork work;
    private final Illustrator illustrator;

    public Illustrations(
            IllustrationRepository repository,
            Lanes lanes,
            Drafting drafting,
            AvatarRepository avatars,
            ImageStore images,
            ListedNetworks listed,
            Capture capture,
            StoryLog story,
            Settings settings,
            Platforms platforms,
            MessagePlanner planner,
            InstantSource clock,
            RandomGenerator random) {
        this.repository = repository;
        this.lanes = lanes;
        StatusPosts statusPosts = new StatusPosts(platforms, planner);
        Endings endings = new Endings(statusPosts, platforms, new Answers(planner));
        this.board = new StatusBoard(statusPosts, clock);
        this.queue = new QueueWatch(repository, board);
        Running running = new Running();
        this.work = new IllustrationWork(
                repository,
                drafting,
                new Drawing(drafting, avatars, images, listed, platforms),
                images,
                new PicturePost(platforms, planner, settings),
                board,
                statusPosts,
                endings,
                capture,
                running,
                platforms,
                clock);
        this.illustrator = new Illustrator(
                repository,
                lanes,
                drafting,
                capture,
                story,
                board,
                statusPosts,
                endings,
                running,
                platforms,
                clock,
                random);
    }

    public Illustrator illustrator() {
        return illustrator;
    }

    /** Gives turns from now on, first to those that wait since before. */
    public void start() {
        lanes.start(work);
        repository.waiting().forEach(lanes::wake);
    }

    /** Lets go of what is under way; it is taken up after the next start. */
    @Override
    public void close() {
        queue.close();
        lanes.close();
        board.close();
    }
}
