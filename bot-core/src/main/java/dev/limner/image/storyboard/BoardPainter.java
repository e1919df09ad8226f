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
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Puts a board on pixels, from the ground up. */
final class BoardPainter {
    private final Board board;
    private final Palette palette;
    private final ReferencePictures pictures;
    private final FontBook fonts;
    private final BufferedImage image;
    private final Graphics2D g;
    private final Brush brush;

    BoardPainter(Board board, Palette palette, ReferencePictures pictures, FontBook fonts) {
        this.board = board;
        this.palette = palette;
        this.pictures = pictures;
        this.fonts = fonts;
        this.image = new BufferedImage(board.width(), board.height(), BufferedImage.TYPE_INT_RGB);
        this.g = image.createGraphics();
        this.brush = new Brush(g, board.unit());
    }

    void backdrop(long seed) {
        brush.fill(new Rectangle2D.Double(0, 0, board.width(), board.height()), palette.paper());
        Shape all = g.getClip();
        g.clip(board.plate());
        new Backdrop(board.plate(), palette, seed).paint(g);
        g.setClip(all);
        viewfinder();
    }

    /** @param full share of the token limit that the prompt takes */
    void slate(double full) {
        brush.fill(board.slate(), palette.slate());
        double height = SlateLayout.STRIPES * board.unit();
        double step = 2.4 * height;
        for (double x = -step; x < board.width() + step; x += step) {
            Path2D stripe = new Path2D.Double();
            stripe.moveTo(x, height);
            stripe.lineTo(x + height, 0);
            stripe.lineTo(x + height + step / 2, 0);
            stripe.lineTo(x + step / 2, height);
            stripe.closePath();
            brush.fill(stripe, palette.chalk());
        }
        brush.bar(board.meter(), full, palette.chalk().mixedWith(palette.slate(), 0.7), palette.chalk());
    }

    void cards() {
        board.cards().forEach(this::card);
    }

    void foot() {
        board.rules().forEach(rule -> brush.fill(rule, palette.faded().mixedWith(palette.paper(), 0.6)));
        g.setStroke(new BasicStroke((float) (0.8 * board.unit())));
        for (int i = 0; i < board.chips().size(); i++) {
            Shape chip = brush.rounded(board.chips().get(i), 100);
            brush.fill(chip, palette.swatches().get(i));
            brush.outline(chip, palette.faded().mixedWith(palette.paper(), 0.5));
        }
        for (Swatch swatch : board.swatches()) {
            Shape frame = brush.rounded(swatch.picture(), 4);
            pictures.of(swatch.likeness().reference())
                    .ifPresentOrElse(p -> brush.cover(p, frame), () -> brush.fill(frame, palette.faded()));
            weight(swatch.bar(), swatch.likeness().reference().weight());
        }
    }

    void words() {
        for (Board.Inked inked : board.inks()) {
            TextLine line = inked.line();
            GlyphRun run = fonts.shape(line.face(), line.text(), line.wordSpace(), line.tracking());
            brush.fill(run.at(line.x(), line.baseline(), line.size()), colour(inked.ink()));
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
        brush.shadow(card.frame());
        brush.fill(brush.rounded(card.frame(), 5), palette.card());
        if (card.portraits().isEmpty()) {
            monogram(card.member().name(), card.picture());
        }
        for (Portrait portrait : card.portraits()) {
            Shape window = brush.rounded(portrait.picture(), 2);
            pictures.of(portrait.likeness().reference())
                    .ifPresentOrElse(
                            p -> brush.cover(p, window),
                            () -> monogram(card.member().name(), portrait.picture()));
            weight(portrait.bar(), portrait.likeness().reference().weight());
        }
    }

    private void monogram(String name, Rectangle2D place) {
        Oklch ground = palette.swatches()
                .get(Math.floorMod(name.hashCode(), palette.swatches().size() - 1));
        brush.fill(brush.rounded(place, 2), ground);
        GlyphRun run = fonts.shape(Face.TEXT, Initial.of(name), 0, 0);
        double size = Math.min(place.getWidth(), place.getHeight()) * 0.62;
        Rectangle2D drawn = run.at(0, 0, size).getBounds2D();
        Shape letter = run.at(place.getCenterX() - drawn.getCenterX(), place.getCenterY() - drawn.getCenterY(), size);
        brush.fill(letter, Contrast.readable(palette.chalk(), ground, Contrast.AA_LARGE));
    }

    private void weight(Rectangle2D bar, double weight) {
        brush.bar(bar, weight, palette.ink().mixedWith(palette.paper(), 0.84), palette.accent());
    }

    /** The corners of a viewfinder. */
    private void viewfinder() {
        double inset = 20 * board.unit();
        double arm = 22 * board.unit();
        Rectangle2D plate = board.plate();
        if (plate.getHeight() < 4 * inset) {
            return;
        }
        g.setStroke(new BasicStroke((float) (1.6 * board.unit()), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.setColor(new Color(255, 255, 255, 170));
        for (int corner = 0; corner < 4; corner++) {
            boolean right = corner % 2 == 1;
            boolean low = corner > 1;
            double x = right ? plate.getMaxX() - inset : plate.getX() + inset;
            double y = low ? plate.getMaxY() - inset : plate.getY() + inset;
            Path2D mark = new Path2D.Double();
            mark.moveTo(x + (right ? -arm : arm), y);
            mark.lineTo(x, y);
            mark.lineTo(x, y + (low ? -arm : arm));
            g.draw(mark);
        }
    }
}
