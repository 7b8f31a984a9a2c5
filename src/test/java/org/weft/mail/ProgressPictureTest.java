package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressPictureTest {

    private static final int REACHED = 0xff17807a;

    private static BufferedImage drawn(int percent) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(ProgressPicture.png(percent)));
    }

    /** How much of all that is drawn is filled. */
    private static double filled(BufferedImage image) {
        var reached = 0;
        var all = 0;
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                var colour = image.getRGB(x, y);
                all += colour >>> 24 > 0 ? 1 : 0;
                reached += colour == REACHED ? 1 : 0;
            }
        }
        return 100.0 * reached / all;
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,0,2", "25,20,26", "50,43,51", "99,85,100", "100,85,100"})
    void theRingIsFilledAsFarAsSomebodyHasCome(int percent, double least, double most) throws IOException {
        assertThat(filled(drawn(percent))).isBetween(least, most);
    }

    @Test
    void itGrowsClockwiseFromTheTop() throws IOException {
        var image = drawn(25);
        var middle = image.getWidth() / 2;
        assertThat(image.getRGB(image.getWidth() - 14, middle - 8)).isEqualTo(REACHED);
        assertThat(image.getRGB(14, middle)).isNotEqualTo(REACHED);
        assertThat(image.getRGB(middle, middle) >>> 24)
                .as("a hole in the middle")
                .isZero();
    }

    @Test
    void aReferenceStaysWithinTheRing() {
        assertThat(ProgressPicture.reference(45)).isEqualTo("cid:weft-progress-45");
        assertThat(ProgressPicture.reference(-3)).isEqualTo("cid:weft-progress-0");
        assertThat(ProgressPicture.reference(130)).isEqualTo("cid:weft-progress-100");
    }

    @Test
    void whatAMailRefersToIsFoundAndPutIntoItsPreview() {
        var html =
                "<img src=\"cid:weft-progress-7\"><img src=\"cid:weft-progress-70\"><img src=\"cid:weft-progress-7\">";
        assertThat(ProgressPicture.in(html)).containsExactly(7, 70);
        var seven = Base64.getEncoder().encodeToString(ProgressPicture.png(7));
        assertThat(ProgressPicture.embedded(html))
                .startsWith("<img src=\"data:image/png;base64," + seven + "\">")
                .doesNotContain("cid:");
    }

    @Test
    void whatOnlyLooksLikeOneIsLeftAlone() {
        var html = "cid:weft-progress-1234 cid:logo weft-progress-5";
        assertThat(ProgressPicture.in(html)).isEmpty();
        assertThat(ProgressPicture.embedded(html)).isEqualTo(html);
    }
}
