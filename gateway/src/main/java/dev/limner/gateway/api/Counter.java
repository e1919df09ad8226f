package dev.limner.gateway.api;

import dev.limner.chat.Content;
import dev.limner.gateway.desk.BusyException;
import dev.limner.gateway.desk.ConflictException;
import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Job;
import dev.limner.gateway.desk.Outcome;
import dev.limner.gateway.desk.StoppedException;
import dev.limner.gateway.desk.UnfitImageException;
import dev.limner.gateway.desk.Visit;
import dev.limner.gateway.desk.Wish;
import dev.limner.gateway.http.Answering;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Reply;
import dev.limner.gateway.http.Request;
import dev.limner.gateway.http.Route;
import dev.limner.illustration.Illustration;
import dev.limner.image.BackendException;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Orders pictures for the APIs, and turns what became of them into an answer or a refusal. Thread-safe. */
final class Counter {
    private static final String INTERRUPTED = "The request was interrupted.";

    private final Desk desk;
    private final Executor workers;

    Counter(Desk desk, Executor workers) {
        this.desk = desk;
        this.workers = workers;
    }

    /** A picture with what is known of it. */
    record Picture(Content content, String mediaType, Illustration illustration, Composition composition) {

        /** As A1111 names a format. */
        String format() {
            return mediaType.substring(mediaType.indexOf('/') + 1);
        }
    }

    /** Puts the pictures of a wish into an API's form. */
    interface Form {
        Reply of(List<Picture> pictures);
    }

    /** Where pictures are asked for. */
    Route route(String path, String type, int most, Drawing.Drawer drawer) {
        return new Route(
                "POST", path, List.of(type), most, caller -> new Drawing(desk, desk.arrive(caller), drawer), false);
    }

    /** Whether the same was accepted before, under its Idempotency-Key. */
    boolean knows(Request request) {
        return desk.knows(request.caller(), request.idempotencyKey());
    }

    /**
     * @param unfit the status for a wish that cannot be drawn as it is, whoever finds that
     * @param images the field that its images came in
     */
    Answering order(Visit visit, Wish wish, int unfit, String images, Form form) throws Refusal {
        try {
            Job job = desk.order(visit, wish);
            CompletableFuture<Reply> reply =
                    job.done().thenApplyAsync(outcomes -> form.of(pictures(job, outcomes, unfit)), workers);
            return new Answering(reply);
        } catch (RefusedException e) {
            throw new Refusal(unfit, e.userText(), "prompt");
        } catch (UnfitImageException e) {
            throw new Refusal(unfit, e.userText(), images);
        } catch (BusyException e) {
            throw new Refusal(429, String.valueOf(e.getMessage()));
        } catch (ConflictException e) {
            throw new Refusal(409, String.valueOf(e.getMessage()), "Idempotency-Key");
        } catch (StoppedException e) {
            throw new Refusal(409, INTERRUPTED);
        } catch (BackendException e) {
            throw new Refusal(503, e.userText());
        }
    }

    private List<Picture> pictures(Job job, List<Outcome> outcomes, int unfit) {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            String id = job.illustrations().get(i);
            Outcome outcome = outcomes.get(i);
            if (outcome instanceof Outcome.Refused refused) {
                throw new CompletionException(new Refusal(unfit, refused.why()));
            }
            if (outcome instanceof Outcome.Failed failed) {
                throw new CompletionException(new Refusal(500, failed.why()));
            }
            Illustration illustration = desk.find(id).orElse(null);
            Composition composition = illustration == null ? null : illustration.composition();
            if (!(outcome instanceof Outcome.Drawn drawn) || illustration == null || composition == null) {
                throw new CompletionException(new Refusal(409, INTERRUPTED));
            }
            pictures.add(new Picture(drawn.content(), drawn.mediaType(), illustration, composition));
        }
        return pictures;
    }
}
