package org.minqing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who reads is known to the database whichever connection of the pool he gets. */
@MinqingTest
class ReaderDataSourceTest extends Talk {

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void nobodyReads() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theNextReaderOfAConnectionIsNotTakenForTheLast() {
        reads("shibu-grid-01");
        assertThat(reader()).isEqualTo("shibu-grid-01");
        reads("shibu-grid-02");
        assertThat(reader()).isEqualTo("shibu-grid-02");
        SecurityContextHolder.clearContext();
        assertThat(reader()).isEmpty();
    }

    @Test
    void whoReadsOutlivesARollback() {
        var transaction = new TransactionTemplate(transactions);
        reads("shibu-grid-01");
        for (var i = 0; i < 2; i++) {
            String within = transaction.execute(status -> {
                status.setRollbackOnly();
                return reader();
            });
            assertThat(within).isEqualTo("shibu-grid-01");
        }
        SecurityContextHolder.clearContext();
        assertThat(reader()).isEmpty();
    }

    @Test
    void whatIsReadWholeIsReadByNobodyAndNotWithinATransaction() {
        reads("shibu-grid-01");
        String whole = AsTheProgram.run(this::reader);
        assertThat(whole).isEmpty();
        assertThat(reader()).isEqualTo("shibu-grid-01");
        var transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> transaction.execute(status -> AsTheProgram.run(this::reader)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** What comes with another version of the engine, or with a migration of ours, is noticed here. */
    @Test
    void everyTableThatKnowsOfAnAppealOrItsProcessHidesItFromItsSubject() {
        assertThat(jdbc.sql("""
                        select distinct c.table_name from information_schema.columns c
                            join information_schema.tables using (table_schema, table_name)
                        where c.table_schema = 'public' and table_type = 'BASE TABLE' and c.column_name in
                            ('appeal', 'proc_inst_id_', 'process_instance_id_', 'root_proc_inst_id_', 'process_instance_id',
                             'task_id_')
                          and not exists (select from pg_policies p
                              where p.tablename = c.table_name and p.policyname = 'not_about_the_reader')""").query(String.class).list())
                // Whoever holds a key sent it himself; models of cases are off.
                .containsExactlyInAnyOrder("appeal_subject", "idempotency_key", "act_hi_caseactinst");
        assertThat(jdbc.sql("select relname from pg_class where relrowsecurity and relforcerowsecurity")
                        .query(String.class)
                        .list())
                .as("tables that hide from their owner, who migrates and backs up")
                .isEmpty();
    }

    private String reader() {
        return jdbc.sql("select coalesce(current_setting('minqing.reader', true), '')")
                .query(String.class)
                .single();
    }

    private static void reads(String userId) {
        var person = new StaffMember(userId, userId, List.of(), "shibu", Set.<Role>of(), false);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    }
}
