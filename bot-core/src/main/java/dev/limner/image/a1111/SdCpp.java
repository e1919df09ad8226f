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

    /** A job with images that fails is drawn once more without them: the server does not tell whether it was they. */
    GenerationOutcome draw(Ask ask, ServerState state, ProgressListener progress)
            throws BackendException, InterruptedException {
        try {
            Optional<SdCppJob> begun = jobs.of(ask.request());
            SdCppJob job = begun.isPresent() ? begun.get() : submitted(ask, "", state);
            return job.withoutImages().isEmpty()
                    ? drawn(job, ask, state, progress)
                    : withoutImages(job, ask, state, progress);
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
            return withoutImages(submitted(ask, why(e), state), ask, state, progress);
        }
    }

    private GenerationOutcome withoutImages(SdCppJob job, Ask ask, ServerState state, ProgressListener progress)
            throws WireFault, InterruptedException {
        String why = job.withoutImages();
        GenerationOutcome outcome = followed(job, ask.withoutReferences(why), state, progress);
        // both kinds go the same way
        troubles.report(Troubles.FACES, why);
        troubles.report(Troubles.STYLES, why);
        return outcome;
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
