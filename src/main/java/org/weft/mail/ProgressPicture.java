package org.weft.mail;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A ring filled as far as somebody has come. A mail refers to it by {@link #reference} and it travels with the mail, so
 * nothing is fetched when it is read. On light and on dark ground alike; without words, which stand beside it: a server
 * need have no fonts.
 */
public final class ProgressPicture {

    /** Twice as wide as it is shown, for fine screens. */
    private static final int SIZE = 128;

    private static final int WIDTH = 18;
    private static final Color REACHED = new Color(0x17807a);
    private static final Color TO_GO = new Color(0x8f, 0xa5, 0xa2, 0x80);
    private static final Pattern REFERENCE = Pattern.compile("cid:weft-progress-(\\d{1,3})\\b");

    private static final AtomicReferenceArray<byte[]> DRAWN = new AtomicReferenceArray<>(101);

    private ProgressPicture() {}

    /**
     * What the {@code src} of an image says.
     *
     * @param percent from 0 to 100; what is outside counts as the nearer end
     */
    public static String reference(int percent) {
        return "cid:" + id(Math.clamp(percent, 0, 100));
    }

    /** A mail's HTML with its pictures in it, to be shown by a browser. */
    public static String embedded(String html) {
        return REFERENCE
                .matcher(html)
                .replaceAll(found ->
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(png(percent(found.group(1)))));
    }

    /** Which pictures a mail refers to. */
    static SortedSet<Integer> in(String html) {
        var percents = new TreeSet<Integer>();
        if (html.contains("cid:")) {
            REFERENCE.matcher(html).results().forEach(found -> percents.add(percent(found.group(1))));
        }
        return percents;
    }

    static String id(int percent) {
        return "weft-progress-" + percent;
    }

    private static int percent(String digits) {
        return Math.min(100, Integer.parseInt(digits));
    }

    static byte[] png(int percent) {
        var drawn = DRAWN.get(percent);
        if (drawn == null) {
            drawn = draw(percent);
            DRAWN.set(percent, drawn);
        }
        return drawn;
    }

    private static byte[] draw(int percent) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        var inset = WIDTH / 2.0 + 2;
        var across = SIZE - 2 * inset;
        // From the top, as a clock goes.
        var angle = 360.0 * percent / 100;
        pen.setColor(TO_GO);
        pen.draw(new Arc2D.Double(inset, inset, across, across, 90 - angle, angle - 360, Arc2D.OPEN));
        pen.setColor(REACHED);
        pen.draw(new Arc2D.Double(inset, inset, across, across, 90, -angle, Arc2D.OPEN));
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
