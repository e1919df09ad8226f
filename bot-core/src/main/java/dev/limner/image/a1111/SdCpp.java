package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.limner.image.BackendException;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.JobBook;
import dev.limner.image.Picture;
import dev.limner.image.ProgressListener;
import dev.limner.image.Troubles;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Follow;
import dev.limner.image.wire.OpenJobs;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.util.Optional;

/** stable-diffusion.cpp by its own protocol: a job is submitted, asked after, and found again. Thread-safe. */
final class SdCpp implements AutoCloseable {
    private final Wire wire;
    private final Follow follow;
    private final Troubles troubles;
    private final OpenJobs<SdCppJob> jobs;

    SdCpp(A1111Settings settings, Wire wire, JobBook book, Troubles troubles) {
        this.troubles = troubles;
        this.wire = wire;
        this.follow = new Follow(settings.pollInterval(), settings.timeout(), System::nanoTime);
        this.jobs = new OpenJobs<>(book, wire.endpoint(), new SdCppJob.Written(wire));
    }

    boolean hasBegun(GenerationRequest request) {
        return jobs.of(request).isPresent();
    }

    /**
     * A job with images that fails is drawn once more without them: the server does not tell whether it was they.
     *
     * @param ask with all the images that the server takes, whatever became of those of other requests: what a job that is
     *     found again was begun with is told by the job
     */
    GenerationOutcome draw(Ask ask, ServerState state, ProgressListener progress)
            throws BackendException, InterruptedException {
        try {
            Optional<SdCppJob> begun = jobs.of(ask.request());
            if (begun.isEmpty()) {
                String left = leftAlone(ask);
                SdCppJob job = submitted(ask, left, state);
                return left.isEmpty() ? drawn(job, ask, state, progress) : withoutImages(job, ask, state, progress);
            }
            SdCppJob job = begun.get();
            return job.withoutImages().isEmpty()
                    ? drawn(job, ask, state, progress)
                    : reported(job, withoutImages(job, ask, state, progress));
        } catch (WireFault e) {
            throw e.told(wire.endpoint());
        }
    }

    private GenerationOutcome drawn(SdCppJob job, Ask ask, ServerState state, ProgressListener progress)
            throws WireFault, InterruptedException {
        try {
            return followed(job, ask, state, progress);
        } catch (WireFault e) {
            if (!isFailedJob(e) || ask.references().used().isEmpty()) {
                throw e;
            }
            SdCppJob second = submitted(ask, why(e), state);
            return reported(second, withoutImages(second, ask, state, progress));
        }
    }

    private GenerationOutcome withoutImages(SdCppJob job, Ask ask, ServerState state, ProgressListener progress)
            throws WireFault, InterruptedException {
        return followed(job, ask.withoutReferences(job.withoutImages()), state, progress);
    }

    /** It was drawn without the images, so it was they. */
    private GenerationOutcome reported(SdCppJob job, GenerationOutcome outcome) {
        // both kinds go the same way
        troubles.report(Troubles.FACES, job.withoutImages());
        troubles.report(Troubles.STYLES, job.withoutImages());
        return outcome;
    }

    /** Why images are not sent for now; empty when they are, or when there are none. */
    private String leftAlone(Ask ask) {
        if (ask.references().used().isEmpty()) {
            return "";
        }
        return troubles.with(Troubles.FACES)
                .or(() -> troubles.with(Troubles.STYLES))
                .orElse("");
    }

    private static boolean isFailedJob(WireFault e) {
        return e.fault() == Fault.NO_PICTURE || e.fault() == Fault.OUT_OF_MEMORY;
    }

    private static String why(WireFault e) {
        return e.fault() == Fault.OUT_OF_MEMORY ? "the server ran out of memory with it" : "the server failed with it";
    }

    /** @param withoutImages why the images are left out; empty when they are not */
    private SdCppJob submitted(Ask ask, String withoutImages, ServerState state)
            throws WireFault, InterruptedException {
        Ask asked = withoutImages.isEmpty() ? ask : ask.withoutReferences(withoutImages);
        Reply reply = wire.submit(wire.url(SdCppRequest.PATH), Wire.json(SdCppRequest.body(asked, state)));
        SdCppJob job = SdCppJob.of(wire, reply, withoutImages);
        jobs.began(ask.request(), job);
        return job;
    }

    private GenerationOutcome followed(SdCppJob job, Ask ask, ServerState state, ProgressListener progress)
            throws WireFault, InterruptedException {
        boolean over = true;
        try {
            Picture picture = follow.toEnd(job, progress);
            Txt2Img.Answer answer = new Txt2Img.Answer(picture, MissingNode.getInstance(), Optional.empty());
            return new Generated(picture, Notes.of(ask, state, answer));
        } catch (WireFault e) {
            over = !e.fault().isFoundAgain();
            throw e;
        } catch (InterruptedException e) {
            // what is drawn already cannot be stopped: whoever asks once more is given it
            over = job.isStopped();
            throw e;
        } finally {
            if (over) {
                jobs.ended(ask.request());
            }
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
