package org.minqing.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.support.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database whose timelines carry the names of Java classes. */
class EventKindMigrationTest {

    /** As the classes were called when their names were stored. */
    private static final List<String> CLASSES = List.of(
            "Received",
            "Decided",
            "Accepted",
            "Responded",
            "ContactMissed",
            "Contacted",
            "ContactConfirmed",
            "ContactDenied",
            "ContactRepeated",
            "ContactChecked",
            "SubjectNamed",
            "ResidentAsked",
            "ResidentAnswered",
            "Arrived",
            "Returned",
            "Dispatched",
            "Reassigned",
            "Reminded",
            "Progressed",
            "Resulted",
            "CallMissed",
            "Rated",
            "RedoStarted",
            "Supervised",
            "LimitNoted",
            "LimitChangeAsked",
            "LimitChangeRefused",
            "LimitChangeLapsed",
            "LimitMoved",
            "Ended");

    @TempDir
    Path folder;

    @Test
    void oldRowsGetTheWordsAndNothingElseOfThemChanges() throws Exception {
        try (var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(Path.of("target").toFile())
                .start()) {
            var database = postgres.getPostgresDatabase();
            var jdbc = JdbcClient.create(database);
            // What our migrations need of the engine's tables.
            jdbc.sql("create table act_ru_job (duedate_ timestamp)").update();
            jdbc.sql("create table act_ru_task (due_date_ timestamp)").update();
            jdbc.sql("create role minqing_app login").update();
            Migrations.migrate(database, "9");
            jdbc.sql("""
                    insert into appeal (number, locality, channel, category, unit, title, facts, tracking_code,
                        submitted_at, status, respond_unit)
                    values ('GS-20260302-0001', 'ganshui', 'phone', 'other', 'u', 't', '{}', 'c', now(), 'HANDLING', 'u')""").update();
            CLASSES.forEach(kind -> write(jdbc, kind));
            var rest =
                    "select string_agg(concat_ws('|', id, appeal, at, actor, actor_as, text, public), ';' order by id)"
                            + " from appeal_event";
            var before = jdbc.sql(rest).query(String.class).single();

            Migrations.migrate(database, "latest");

            assertThat(jdbc.sql("select kind from appeal_event order by id")
                            .query(String.class)
                            .list())
                    .containsExactlyElementsOf(CLASSES.stream()
                            .map(kind -> Character.toLowerCase(kind.charAt(0)) + kind.substring(1))
                            .toList())
                    .isSubsetOf(Arrays.stream(AppealEventKind.values())
                            .map(AppealEventKind::code)
                            .toList());
            assertThat(jdbc.sql(rest).query(String.class).single()).isEqualTo(before);
            assertThat(jdbc.sql("select text from appeal_event order by id")
                            .query(String.class)
                            .list())
                    .isEqualTo(CLASSES);
            assertThatThrownBy(() ->
                            jdbc.sql("update appeal_event set text = '改过'").update())
                    .hasMessageContaining("appeal_event is written once and not changed");
            assertThatThrownBy(() -> write(jdbc, "Responded")).hasMessageContaining("appeal_event_kind_is_a_word");
        }
    }

    private static void write(JdbcClient jdbc, String kind) {
        jdbc.sql("""
                insert into appeal_event (appeal, at, kind, actor_as, text, public)
                values ('GS-20260302-0001', now(), ?, '居民', ?, true)""").params(kind, kind).update();
    }
}
