package org.minqing.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int PIXELS = 8;

    @Test
    void whatIsDrawnIsReadAgain() throws Exception {
        var link = "https://minqing.example/track/7K3M9QX2ABCD4567";
        var picture = QrPicture.of(link);
        assertThat(picture.path().replaceAll(BAR.pattern(), "")).isEmpty();
        var side = picture.size() * PIXELS;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        BAR.matcher(picture.path()).results().forEach(bar -> {
            int x = Integer.parseInt(bar.group(1));
            int y = Integer.parseInt(bar.group(2));
            int width = Integer.parseInt(bar.group(3));
            for (int row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
                Arrays.fill(pixels, row * side + x * PIXELS, row * side + (x + width) * PIXELS, 0);
            }
        });
        var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        assertThat(new QRCodeReader().decode(image).getText()).isEqualTo(link);
    }
}
