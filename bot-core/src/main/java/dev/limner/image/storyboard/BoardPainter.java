package dev.limner.image.storyboard;

import dev.limner.image.storyboard.Board.Card;
import dev.limner.image.storyboard.Board.Ink;
import dev.limner.image.storyboard.Board.Portrait;
import dev.limner.image.storyboard.Board.Swatch;
import dev.limner.image.storyboard.colour.Contrast;
import dev.limner.image.storyboard.colour.Oklch;
import dev.limner.image.storyboard.colour.Palette;
import dev.limner.image.storyboard.type.Face;
import dev.limner.image.storyboard.type.FontBook;
import dev.limner.image.storyboard.type.GlyphRun;
import dev.limner.image.storyboard.type.TextLine;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;

/** Puts a board on pixels. */
final class BoardPainter {
    private final Board board;
    private final Palette palette;
    private final ReferencePictures pictures;
    private final FontBook fonts;
    private final BufferedImage image;
    private final Graphics2D g;

    BoardPainter(Board board, Palette palette, ReferencePictures pictures, FontBook fonts) {
        this.board = board;
        this.palette = palette;
        this.pictures = pictures;
        this.fonts = fonts;
        this.image = new BufferedImage(board.width(), board.height(), BufferedImage.TYPE_INT_RGB);
        this.g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void backdrop(long seed) {
        fill(new Rectangle2D.Double(0, 0, board.width(), board.height()), palette.paper());
        Shape all = g.getClip();
        g.clip(board.plate());
        new Backdrop(board.plate(), palette.swatches(), seed).paint(g);
        g.setClip(all);
        marks();
    }

    void slate(double full) {
        fill(board.slate(), palette.slate());
        Shape all = g.getClip();
        double height = SlateLayout.STRIPES * board.unit();
        g.clip(new Rectangle2D.Double(0, 0, board.width(), height));
        double step = 2.4 * height;
        for (double x = -step; x < board.width() + step; x += step) {
            Path2D stripe = new Path2D.Double();
            stripe.moveTo(x, height);
            stripe.lineTo(x + height, 0);
            stripe.lineTo(x + height + step / 2, 0);
            stripe.lineTo(x + step / 2, height);
            stripe.closePath();
            fill(stripe, palette.chalk());
        }
        g.setClip(all);
        bar(board.meter(), full, palette.chalk().mixedWith(palette.slate(), 0.7), palette.chalk());
    }

    void cards() {
        board.cards().forEach(this::card);
    }

    void foot() {
        board.rules().forEach(rule -> fill(rule, palette.faded().mixedWith(palette.paper(), 0.6)));
        for (int i = 0; i < board.chips().size(); i++) {
            fill(rounded(board.chips().get(i), 100), palette.swatches().get(i));
        }
        for (Swatch swatch : board.swatches()) {
            Optional<BufferedImage> picture = pictures.of(swatch.likeness().reference());
            Shape frame = rounded(swatch.picture(), 4);
            picture.ifPresentOrElse(p -> cover(p, frame), () -> fill(frame, palette.faded()));
            weight(swatch.bar(), swatch.likeness().reference().weight());
        }
    }

    void words() {
        for (Board.Inked inked : board.inks()) {
            TextLine line = inked.line();
            GlyphRun run = fonts.shape(line.face(), line.text(), line.wordSpace(), line.tracking());
            fill(run.at(line.x(), line.baseline(), line.size()), colour(inked.ink()));
        }
    }

    BufferedImage finished() {
        g.dispose();
        return image;
    }

    private Oklch colour(Ink ink) {
        return switch (ink) {
            case CHALK -> palette.chalk();
            case CHALK_FADED -> palette.chalkFaded();
            case SCENE, CARD -> palette.ink();
            case FADED -> palette.faded();
            case ACCENT -> palette.accent();
        };
    }

    private void card(Card card) {
        Rectangle2D frame = card.frame();
        double unit = board.unit();
        for (int i = 6; i > 0; i--) {
            double spread = i * 1.6 * unit;
            g.setColor(new Color(0, 0, 0, 11));
            g.fill(rounded(
                    new Rectangle2D.Double(
                            frame.getX() - spread / 2,
                            frame.getY() - spread / 2 + 3 * unit,
                            frame.getWidth() + spread,
                            frame.getHeight() + spread),
                    6 + i));
        }
        fill(rounded(frame, 5), palette.paper());
        if (card.portraits().isEmpty()) {
            monogram(card, card.monogram());
        }
        for (Portrait portrait : card.portraits()) {
            Shape window = rounded(portrait.picture(), 2);
            pictures.of(portrait.likeness().reference())
                    .ifPresentOrElse(p -> cover(p, window), () -> monogram(card, portrait.picture()));
            weight(portrait.bar(), portrait.likeness().reference().weight());
        }
    }

    private void monogram(Card card, Rectangle2D place) {
        int shade = Math.floorMod(
                card.member().name().hashCode(), palette.swatches().size() - 1);
        Oklch ground = palette.swatches().get(shade);
        fill(rounded(place, 2), ground);
        String name = card.member().name();
        String initial = name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
        GlyphRun run = fonts.shape(Face.TEXT, initial.toUpperCase(Locale.ROOT), 0, 0);
        double size = Math.min(place.getWidth(), place.getHeight()) * 0.62;
        Rectangle2D drawn = run.at(0, 0, size).getBounds2D();
        Oklch letter = Contrast.readable(palette.chalk(), ground, Contrast.AA);
        boolean light = Contrast.ratio(palette.chalk().rgb(), ground.rgb()) >= 3;
        fill(
                run.at(place.getCenterX() - drawn.getCenterX(), place.getCenterY() - drawn.getCenterY(), size),
                light ? palette.chalk() : letter);
    }

    private void weight(Rectangle2D bar, double weight) {
        bar(bar, weight, palette.ink().mixedWith(palette.paper(), 0.84), palette.accent());
    }

    private void bar(Rectangle2D bar, double share, Oklch empty, Oklch full) {
        fill(rounded(bar, 100), empty);
        double length = bar.getWidth() * Math.max(0, Math.min(1, share));
        fill(rounded(new Rectangle2D.Double(bar.getX(), bar.getY(), length, bar.getHeight()), 100), full);
    }

    /** Fills the window with the picture's upper middle, where a face is. */
    private void cover(BufferedImage picture, Shape window) {
        Rectangle2D frame = window.getBounds2D();
        double scale = Math.max(frame.getWidth() / picture.getWidth(), frame.getHeight() / picture.getHeight());
        double width = picture.getWidth() * scale;
        double height = picture.getHeight() * scale;
        double x = frame.getX() - (width - frame.getWidth()) / 2;
        double y = frame.getY() - (height - frame.getHeight()) / 4;
        Shape all = g.getClip();
        g.clip(window);
        g.drawImage(
                picture,
                (int) Math.floor(x),
                (int) Math.floor(y),
                (int) Math.ceil(width) + 1,
                (int) Math.ceil(height) + 1,
                null);
        g.setClip(all);
    }

    /** The corners of a viewfinder. */
    private void marks() {
        double inset = 20 * board.unit();
        double arm = 22 * board.unit();
        Rectangle2D p = board.plate();
        if (p.getHeight() < 4 * inset) {
            return;
        }
        g.setStroke(new BasicStroke((float) (1.6 * board.unit()), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.setColor(new Color(255, 255, 255, 170));
        for (int corner = 0; corner < 4; corner++) {
            boolean right = corner % 2 == 1;
            boolean low = corner > 1;
            double x = right ? p.getMaxX() - inset : p.getX() + inset;
            double y = low ? p.getMaxY() - inset : p.getY() + inset;
            Path2D mark = new Path2D.Double();
            mark.moveTo(x + (right ? -arm : arm), y);
            mark.lineTo(x, y);
            mark.lineTo(x, y + (low ? -arm : arm));
            g.draw(mark);
        }
    }

    private Shape rounded(Rectangle2D r, double radius) {
        double arc = Math.min(2 * radius * board.unit(), Math.min(r.getWidth(), r.getHeight()));
        return new RoundRectangle2D.Double(r.getX(), r.getY(), r.getWidth(), r.getHeight(), arc, arc);
    }

    private void fill(Shape shape, Oklch colour) {
        g.setColor(new Color(colour.rgb()));
        g.fill(shape);
    }
}
