package dev.limner.image.storyboard;

import dev.limner.image.storyboard.Board.Card;
import dev.limner.image.storyboard.Board.Ink;
import dev.limner.image.storyboard.type.Face;
import dev.limner.image.storyboard.type.TextLine;
import dev.limner.image.storyboard.type.Typesetter;
import dev.limner.image.storyboard.type.Words;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Decides where everything stands. Pure: the same sheet always gives the same board. */
final class BoardLayout {
    /** From this ratio of width to height on, picture and words stand side by side. */
    private static final double WIDE = 1.25;

    private static final double[] PLATE_SHARES = {0.58, 0.52, 0.46, 0.40, 0.34, 0.28, 0.22, 0.16};
    private static final double COMFORTABLE = 25;
    private static final double LARGEST = 48;
    private static final double LARGEST_BESIDE = 42;
    private static final double TITLE = 78;
    private static final int TITLE_WORDS = 8;
    private static final int FEW_WORDS = 24;
    private static final double SMALLEST = 16.5;
    private static final double EYEBROW = 12;

    private final Draft draft;
    private final Words scene;

    private BoardLayout(Sheet sheet, Typesetter type) {
        draft = new Draft(sheet, type);
        scene = Words.of(sheet.scene(), Face.TEXT, type.fonts());
    }

    static Board of(Sheet sheet, Typesetter type) {
        BoardLayout layout = new BoardLayout(sheet, type);
        return sheet.width() >= WIDE * sheet.height() ? layout.sideBySide() : layout.stacked();
    }

    private Board stacked() {
        SlateLayout.Placed slate = new SlateLayout(draft).place();
        FooterLayout footer = new FooterLayout(draft);
        double top = slate.band().getMaxY();
        double body = draft.sheet.height() - footer.height() - top;
        double width = draft.sheet.width() - 2 * draft.margin();
        CastLayout cast = new CastLayout(draft, width, body * 0.46, 3, 4);
        double below = cast.height() == 0 ? 0 : cast.height() - cast.rowHeight() / 2;
        double gap = draft.units(38);
        double fixed = top + below + gap + draft.units(EYEBROW + 10);
        double bottom = draft.sheet.height() - footer.height() - draft.units(16);
        Plate plate = plate(body, fixed, bottom, width);
        double plateEnd = top + plate.height;
        List<Card> cards = cast.place(draft.margin(), plateEnd - cast.rowHeight() / 2);
        words(plate.setting, cast, plateEnd + below + gap, draft.margin(), width);
        Rectangle2D window = new Rectangle2D.Double(0, top, draft.sheet.width(), plate.height);
        return board(slate, window, cards, cast.hidden(), footer.place(draft.margin(), draft.margin() + width));
    }

    /** @param setting stands where it belongs when the plate has that height */
    private record Plate(double height, Typesetter.Setting setting) {}

    /** The tallest plate that leaves the words a comfortable size; what the words do not need, it gets as well. */
    private Plate plate(double body, double fixed, double bottom, double width) {
        Typesetter.Setting setting = null;
        double height = 0;
        for (int i = 0; i < PLATE_SHARES.length && (setting == null || setting.hidden() > 0); i++) {
            height = body * PLATE_SHARES[i];
            boolean last = i == PLATE_SHARES.length - 1;
            double y = fixed + height;
            Rectangle2D box = new Rectangle2D.Double(draft.margin(), y, width, Math.max(0, bottom - y));
            setting = draft.type.fit(scene, box, largest(LARGEST), draft.units(last ? SMALLEST : COMFORTABLE));
        }
        Typesetter.Setting set = Objects.requireNonNull(setting);
        double spare = set.lines().isEmpty() ? 0 : Math.max(0, bottom - draft.units(10) - set.bottom());
        return new Plate(height + spare, moved(set, spare));
    }

    private static Typesetter.Setting moved(Typesetter.Setting setting, double down) {
        List<TextLine> lines =
                setting.lines().stream().map(l -> l.movedBy(down)).toList();
        return new Typesetter.Setting(lines, setting.size(), setting.hidden());
    }

    private Board sideBySide() {
        SlateLayout.Placed slate = new SlateLayout(draft).place();
        FooterLayout footer = new FooterLayout(draft);
        double top = slate.band().getMaxY();
        double body = draft.sheet.height() - top;
        double plateWidth = Math.rint(draft.sheet.width() * (scene.pieces().size() <= FEW_WORDS ? 0.6 : 0.47));
        double inset = draft.units(26);
        CastLayout cast = new CastLayout(draft, plateWidth - 2 * inset, body * 0.7, 2, 4);
        List<Card> cards = cast.place(inset, draft.sheet.height() - inset - cast.height());
        double x = plateWidth + draft.margin();
        double width = draft.sheet.width() - draft.margin() - x;
        double eyebrow = top + draft.units(40);
        double y = eyebrow + draft.units(EYEBROW + 10);
        double bottom = draft.sheet.height() - footer.height() - draft.units(16);
        Rectangle2D box = new Rectangle2D.Double(x, y, width, Math.max(0, bottom - y));
        Typesetter.Setting set = draft.type.fit(scene, box, largest(LARGEST_BESIDE), draft.units(SMALLEST));
        double spare = set.lines().isEmpty() ? 0 : Math.max(0, bottom - set.bottom()) * 0.4;
        words(moved(set, spare), cast, eyebrow + spare, x, width);
        Rectangle2D window = new Rectangle2D.Double(0, top, plateWidth, body);
        return board(slate, window, cards, cast.hidden(), footer.place(x, x + width));
    }

    private void words(Typesetter.Setting setting, CastLayout cast, double eyebrow, double x, double width) {
        double size = draft.units(EYEBROW);
        double used = 0;
        if (!setting.lines().isEmpty()) {
            TextLine label = draft.type.spaced("SCENE", Face.STRONG, size, x, eyebrow, width, 0.2);
            draft.ink(Ink.ACCENT, label);
            used = label.width() + draft.units(20);
        }
        String others = others(cast);
        double room = width - used;
        double end = Math.min(room, draft.type.width(others, Face.ITALIC, draft.units(17), 0));
        draft.ink(
                Ink.FADED, draft.type.line(others, Face.ITALIC, draft.units(17), x + width - end, eyebrow, end + 0.5));
        setting.lines().forEach(line -> draft.ink(Ink.SCENE, line));
    }

    /** Whoever found no card. */
    private String others(CastLayout cast) {
        if (cast.hidden() == 0) {
            return "";
        }
        boolean all = cast.hidden() == draft.sheet.cast().size();
        return all
                ? draft.sheet.cast().stream().map(Sheet.CastMember::name).collect(Collectors.joining(", ", "with ", ""))
                : "and " + cast.hidden() + " more in the cast";
    }

    /** A few words are set like a title. */
    private double largest(double usual) {
        return draft.units(scene.pieces().size() <= TITLE_WORDS ? TITLE : usual);
    }

    private Board board(
            SlateLayout.Placed slate, Rectangle2D plate, List<Card> cards, int hidden, FooterLayout.Placed footer) {
        return new Board(
                draft.sheet.width(),
                draft.sheet.height(),
                draft.unit,
                slate.band(),
                slate.meter(),
                plate,
                cards,
                hidden,
                footer.swatches(),
                footer.chips(),
                draft.rules,
                draft.inks);
    }
}
