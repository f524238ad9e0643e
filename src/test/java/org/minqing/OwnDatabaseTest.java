package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.database.DatabaseKind;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node on somebody's own PostgreSQL: it brings no demonstration data and no default password. */
class OwnDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void itStartsOnlyWithAnAdministratorPasswordAndThenWithNobodyElse() throws IOException {
        try (var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(Path.of("target").toFile())
                .start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            assertThatThrownBy(() -> start(url, "").close())
                    .rootCause()
                    .hasMessageContaining("MINQING_ADMINISTRATOR_PASSWORD");
            try (var context = start(url, "a-long-enough-phrase-42")) {
                assertThat(context.getBean(DatabaseKind.class).embedded()).isFalse();
                var people =
                        context.getBean(IdentityService.class).createUserQuery().unlimitedList();
                assertThat(people).extracting(User::getId).containsExactly("admin");
                assertThat(context.getBean(JdbcClient.class)
                                .sql("select count(*) from appeal")
                                .query(Long.class)
                                .single())
                        .isZero();
            }
        }
        assertThat(folder.resolve("accounts.csv")).doesNotExist();
    }

    private ConfigurableApplicationContext start(String url, String password) {
        return new SpringApplicationBuilder(MinqingApplication.class)
                .run(
                        "--server.port=0",
                        "--minqing.data-dir=" + folder,
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--minqing.administrator-password=" + password);
    }
}
