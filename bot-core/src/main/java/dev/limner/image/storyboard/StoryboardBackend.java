package dev.limner.image.storyboard;

import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.Picture;
import dev.limner.image.ProgressListener;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.storyboard.colour.DominantColours;
import dev.limner.image.storyboard.colour.Palette;
import dev.limner.image.storyboard.type.FontBook;
import dev.limner.image.storyboard.type.Legible;
import dev.limner.image.storyboard.type.Typesetter;
import dev.limner.prompt.ModelFamily;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws what a model would be asked for: the scene's words, the cast with faces and weights, the style. Needs no server,
 * no font and no display. The same request gives the same bytes. Thread-safe.
 */
public final class StoryboardBackend implements ImageBackend {
    /** More than any channel has, and few enough to be shown. */
    private static final ReferenceAbility ABILITY = ReferenceAbility.numbers(16, "a sheet has room for 16 references");

    private final ModelFamily family;

    public StoryboardBackend() {
        this(ModelFamily.FLUX1_SCHNELL);
    }

    /** @param family whose token limits and sizes are to be tried */
    public StoryboardBackend(ModelFamily family) {
        this.family = family;
    }

    @Override
    public String name() {
        return "storyboard";
    }

    @Override
    public boolean standsIn() {
        return true;
    }

    @Override
    public BackendProfile profile() {
        return new BackendProfile(family, "storyboard", ABILITY, 2);
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        headless();
        Legible legible = new Legible(Fonts.BOOK);
        Sheet sheet = Sheet.of(request, family.id(), legible::text);
        ReferencePictures pictures = new ReferencePictures(request.references());
        reached(0.2, progress);
        Board board = BoardLayout.of(sheet, new Typesetter(Fonts.BOOK));
        reached(0.4, progress);
        BoardPainter painter = new BoardPainter(board, palette(sheet, pictures), pictures, Fonts.BOOK);
        painter.backdrop(sheet.seed());
        painter.slate(
                (double) sheet.tokens().used() / Math.max(1, sheet.tokens().limit()));
        reached(0.6, progress);
        painter.cards();
        painter.foot();
        painter.words();
        reached(0.8, progress);
        Picture picture = png(painter.finished());
        reached(1, progress);
        return new GenerationOutcome.Generated(picture, notes(request, sheet, pictures, legible));
    }

    private static List<String> notes(
            GenerationRequest request, Sheet sheet, ReferencePictures pictures, Legible legible) {
        List<String> notes = new ArrayList<>(pictures.notes());
        if (sheet.resized(request.composition())) {
            notes.add("A storyboard is %d to %d pixels wide and high, so this is %d × %d in place of %d × %d."
                    .formatted(
                            Sheet.SMALLEST,
                            Sheet.LARGEST,
                            sheet.width(),
                            sheet.height(),
                            request.composition().width(),
                            request.composition().height()));
        }
        if (!legible.named().isEmpty()) {
            notes.add(
                    "The storyboard has no letters for %s and draws names within \u2039 \u203A instead; the prompt has"
                                    .formatted(String.join(", ", legible.named()))
                            + " every word. A font on Limner's machine that has them, such as one of Noto, is used by itself.");
        }
        return notes;
    }

    @Override
    public Diagnosis diagnose() {
        List<String> findings = new ArrayList<>(List.of("storyboard: built in, shows what a model would be asked for"));
        findings.addAll(Diagnosis.findings(profile()));
        return new Diagnosis(true, findings, List.of());
    }

    @Override
    public void close() {
        // holds nothing
    }

    /** The fonts are read when the first sheet is drawn, not when the process starts. */
    private static final class Fonts {
        static final FontBook BOOK = new FontBook();
    }

    /** Java2D must not look for a display. Set at use and not in a static initialiser, so that an operator's own wins. */
    private static void headless() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private static void reached(double fraction, ProgressListener progress) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while drawing a storyboard");
        }
        progress.onProgress(fraction);
    }

    private static Palette palette(Sheet sheet, ReferencePictures pictures) {
        return sheet.styles().stream()
                .map(style -> pictures.of(style.reference()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(picture -> Palette.of(DominantColours.of(picture)))
                .orElseGet(() -> Palette.of(sheet.seed()));
    }

    private static Picture png(BufferedImage image) throws BackendException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("no PNG writer");
            }
        } catch (IOException e) {
            throw new BackendException(
                    "The storyboard could not be written as a picture.", "storyboard: " + e.getMessage(), false, e);
        }
        return new Picture(bytes.toByteArray(), "image/png", image.getWidth(), image.getHeight());
    }
}
