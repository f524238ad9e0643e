package org.minqing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.minqing.organisation.Locality;

class AppealStatusTest {

    @Test
    void everyStatusHasAPhaseThatLocalitiesName() {
        assertThat(Arrays.stream(AppealStatus.values()).map(AppealStatus::phase))
                .isSubsetOf(Locality.PHASES);
    }

    @Test
    void onlyTheClosedPhaseIsTheEnd() {
        assertThat(Arrays.stream(AppealStatus.values()).filter(AppealStatus::ended))
                .containsExactly(
                        AppealStatus.CLOSED,
                        AppealStatus.CLOSED_UNANSWERED,
                        AppealStatus.WITHDRAWN,
                        AppealStatus.MERGED);
    }
}
