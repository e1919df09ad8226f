package dev.limner.webchat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Stands in for a drawn scene in {@link Preview}. */
final class PreviewPicture {

    private PreviewPicture() {}

    static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(1024, 768, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, new Color(0x26324a), 0, 768, new Color(0xd9a860)));
        g.fillRect(0, 0, 1024, 768);
        g.setColor(new Color(0xfbe7b0));
        g.fillOval(640, 120, 180, 180);
        g.setColor(new Color(0x1c2233));
        g.fillPolygon(new int[] {0, 300, 520, 1024, 1024, 0}, new int[] {620, 420, 600, 480, 768, 768}, 6);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
