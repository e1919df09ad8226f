package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.limner.image.BackendException;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.JobBook;
import dev.limner.image.Picture;
import dev.limner.image.ProgressListener;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Follow;
import dev.limner.image.wire.OpenJobs;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.util.Optional;

/** stable-diffusion.cpp by its own protocol: a job is submitted, asked after, and found again. Thread-safe. */
final class SdCpp implements AutoCloseable {
    private final Wire wire;
    private final Follow follow;
    private final OpenJobs<SdCppJob> jobs;

    SdCpp(A1111Settings settings, Wire wire, JobBook book) {
        this.wire = wire;
        this.follow = new Follow(settings.pollInterval(), settings.timeout(), System::nanoTime);
        this.jobs = new OpenJobs<>(book, wire.endpoint(), new SdCppJob.Written(wire));
    }

    boolean hasBegun(GenerationRequest request) {
        return jobs.of(request).isPresent();
    }

    GenerationOutcome draw(Ask ask, ServerState state, ProgressListener progress)
            throws BackendException, InterruptedException {
        boolean over = true;
        try {
            SdCppJob job = job(ask, state);
            try {
                Picture picture = follow.toEnd(job, progress);
                Txt2Img.Answer answer = new Txt2Img.Answer(picture, MissingNode.getInstance(), Optional.empty());
                return new Generated(picture, Notes.of(ask, state, answer));
            } catch (InterruptedException e) {
                // what is drawn already cannot be stopped: whoever asks once more is given it
                over = job.isStopped();
                throw e;
            }
        } catch (WireFault e) {
            over = e.fault() != Fault.LOST_SIGHT;
            throw e.told(wire.endpoint());
        } finally {
            if (over) {
                jobs.ended(ask.request());
            }
        }
    }

    private SdCppJob job(Ask ask, ServerState state) throws WireFault, InterruptedException {
        Optional<SdCppJob> begun = jobs.of(ask.request());
        if (begun.isPresent()) {
            return begun.get();
        }
        SdCppJob job =
                SdCppJob.of(wire, wire.submit(wire.url(SdCppRequest.PATH), Wire.json(SdCppRequest.body(ask, state))));
        jobs.began(ask.request(), job);
        return job;
    }

    @Override
    public void close() {
        wire.close();
    }
}
