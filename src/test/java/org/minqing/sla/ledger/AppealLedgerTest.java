package org.minqing.sla.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Real acts, sealed and verified in the database where they were done. */
@MinqingTest
class AppealLedgerTest extends AppealRules {

    @Autowired
    Sealing sealing;

    @Autowired
    Verification verification;

    @Autowired
    LedgerExport export;

    @Test
    void whatPeopleDidIsAChainThatVerifies() {
        var appeal = aHandledAppeal();
        time.pass("P1D");
        appeal.rated(DISSATISFIED);
        while (sealing.seal().isPresent()) {
            // All that earlier tests left behind as well.
        }
        var before = verification.verify();
        assertThat(before.firstBad()).isNull();
        assertThat(before.sound()).isTrue();
        anAppeal().submitted().withdrawn();
        var seal = sealing.seal().orElseThrow();
        var after = verification.verify();
        assertThat(after.sound()).isTrue();
        assertThat(after.rows()).isEqualTo(before.rows() + seal.rows());
        assertThat(after.appeals()).isEqualTo(before.appeals() + 1);
        assertThat(after.seals()).isEqualTo(before.seals() + 1);
        assertThat(sealing.seal()).isEmpty();
    }

    @Test
    void theExportOfOneAppealHasItsRowsAndTheSumOfThem() {
        var appeal = aHandledAppeal();
        var csv = new StringWriter();
        export.csv(Selection.appeal(appeal.number()), csv);
        assertThat(csv.toString().lines().filter(line -> line.startsWith("ROW,")))
                .hasSameSizeAs(appeal.ledger())
                .allMatch(line -> line.contains("," + appeal.number() + ","));
        assertThat(csv.toString())
                .contains("\r\nEND,")
                .contains("," + appeal.ledger().size() + ",");
    }
}
