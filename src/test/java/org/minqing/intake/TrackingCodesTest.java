package org.minqing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackingCodesTest {

    @Test
    void aCodeHasSixteenSignsThatNobodyMistakesForAnother() {
        assertThat(TrackingCodes.next()).matches("[0-9A-HJKMNP-TV-Z]{16}");
    }

    /** 16 signs of 32 are 80 bits; every sign of the alphabet must be able to appear everywhere. */
    @Test
    void everySignAppearsAtEveryPlace() {
        var codes = IntStream.range(0, 2000).mapToObj(i -> TrackingCodes.next()).toList();
        for (int place = 0; place < 16; place++) {
            int p = place;
            assertThat(codes.stream().map(c -> c.charAt(p)).collect(Collectors.toSet()))
                    .hasSize(32);
        }
        assertThat(codes).doesNotHaveDuplicates();
    }
}
