package org.minqing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the application is in the database: not the owner, and powerless over what is final. */
@MinqingTest
class ApplicationRoleTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource application;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sla_ledger",
                "alarm_taking",
                "ledger_seal",
                "ledger_anchor",
                "ledger_anchor_mail",
                "appeal_event",
                "appeal_original",
                "appeal_source",
                "resident_joining",
                "joining_undone",
                "appeal_summary",
                "contact_access",
                "household_look",
                "appeal_accused",
                "appeal_subject_post",
                "subject_naming",
                "resident_question",
                "resident_answer",
                "resident_question_end",
                "person_act",
                "sign_in_record",
                "sign_in_key"
            })
    void whatIsFinalItCannotChangeByAnyStatement(String table) {
        var column = jdbc.sql(
                        "select column_name from information_schema.columns where table_name = ? and is_identity = 'NO' limit 1")
                .param(table)
                .query(String.class)
                .single();
        for (var statement : new String[] {
            "update " + table + " set " + column + " = " + column,
            "delete from " + table,
            "truncate " + table,
            "select 1 from " + table + " for update"
        }) {
            denied(statement, "permission denied for table " + table);
        }
        denied("alter table " + table + " disable trigger all", "must be owner of table " + table);
        denied("alter table " + table + " add column x text", "must be owner of table " + table);
        denied("drop table " + table, "must be owner of table " + table);
        denied("set session_replication_role = replica", "permission denied");
        denied("set role postgres", "permission denied to set role");
    }

    @Test
    void itMakesNoTablesAndChangesNoFunctions() {
        denied("create table mine (x text)", "permission denied for schema");
        denied("drop function seal_ledger(timestamptz, integer)", "must be owner of function");
        denied("select nextval('sla_ledger_id_seq')", "permission denied for sequence");
        denied("update minqing_schema set success = true", "permission denied for table minqing_schema");
        denied("select ledger_chained(null)", "permission denied for function");
    }

    @Test
    void onlyTheOwnerIsRefusedAsTheApplication() {
        DatabasePromises.requireNoOwner(application);
        assertThatThrownBy(() -> DatabasePromises.requireNoOwner(Owner.of(application)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("postgres", "sla_ledger", "SPRING_FLYWAY_USER", "不能启动", "does not start");
    }

    @Test
    void aRoleFromWhomTheTablesHideNothingIsRefused() {
        DatabasePromises.requireHiding(application);
        var owner = JdbcClient.create(Owner.of(application));
        owner.sql("alter role minqing_app bypassrls").update();
        try {
            assertThatThrownBy(() -> DatabasePromises.requireHiding(application))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("minqing_app", "nobypassrls", "不能启动", "does not start");
        } finally {
            owner.sql("alter role minqing_app nobypassrls").update();
        }
    }

    private void denied(String statement, String said) {
        assertThatThrownBy(() -> {
                    if (statement.startsWith("select")) {
                        jdbc.sql(statement).query().listOfRows();
                    } else {
                        jdbc.sql(statement).update();
                    }
                })
                .as(statement)
                .rootCause()
                .hasMessageContaining(said);
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("minqing_app");
    }
}
