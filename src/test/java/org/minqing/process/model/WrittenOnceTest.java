package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was said, done and measured is written once; the application has no right to change it, and the owner is stopped. */
@MinqingTest
class WrittenOnceTest extends AppealRules {

    @Autowired
    DataSource application;

    @ParameterizedTest
    @CsvSource({
        "appeal_original, update appeal_original set description = '改过' where appeal = ?",
        "appeal_original, delete from appeal_original where appeal = ?",
        "appeal_event, update appeal_event set text = '改过' where appeal = ?",
        "appeal_event, delete from appeal_event where appeal = ?",
        "sla_ledger, update sla_ledger set kind = 'MET' where appeal = ?",
        "sla_ledger, delete from sla_ledger where appeal = ?",
    })
    void theDatabaseRefusesToChangeIt(String table, String statement) {
        var number = anAppeal().submitted().withdrawn().number();
        var before = rows(table, number);
        assertThat(before).isPositive();
        assertThatThrownBy(() -> jdbc.sql(statement).param(number).update())
                .rootCause()
                .hasMessageContaining("permission denied for table " + table);
        var owner = JdbcClient.create(Owner.of(application));
        assertThatThrownBy(() -> owner.sql(statement).param(number).update())
                .hasMessageContaining(table + " is written once and not changed");
        assertThat(rows(table, number)).isEqualTo(before);
    }

    private int rows(String table, String number) {
        return jdbc.sql("select count(*) from " + table + " where appeal = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
