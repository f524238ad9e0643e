package org.minqing.process.start;

import java.util.Arrays;
import org.minqing.database.DatabaseClock;
import org.minqing.database.DatabaseOnly;
import org.minqing.signin.SignInUnlock;
import org.minqing.signin.UnlockOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code java -jar … --minqing.unlock=admin}: whoever has the server lets somebody in again who has to wait, because others
 * guess his password. Neither the engine nor the web server is started; with a database of its own the node may be running.
 */
public final class UnlockAtTheConsole {

    private static final Logger LOG = LoggerFactory.getLogger(UnlockAtTheConsole.class);
    private static final String OPTION = "--minqing.unlock=";

    private UnlockAtTheConsole() {}

    @Import({DatabaseOnly.class, UnlockOnly.class, DatabaseClock.class})
    static class Little {}

    public static boolean isAsked(String... arguments) {
        return Arrays.stream(arguments).anyMatch(a -> a.startsWith(OPTION));
    }

    /** @return how the program ends: 0 if it is done, 1 if there is nobody of that name */
    public static int run(String... arguments) {
        var person = Arrays.stream(arguments)
                .filter(a -> a.startsWith(OPTION))
                .map(a -> a.substring(OPTION.length()))
                .findFirst()
                .orElseThrow();
        try (var little = new SpringApplicationBuilder(Little.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments)) {
            var there = little.getBean(JdbcClient.class)
                    .sql("select count(*) from act_id_user where id_ = ?")
                    .param(person)
                    .query(Long.class)
                    .single();
            if (there == 0) {
                LOG.error("没有用户 {}。There is no user {}.", person, person);
                return 1;
            }
            little.getBean(SignInUnlock.class).unlock(person);
            LOG.info("已解除 {} 的登录等待，可以马上登录；已记入登录记录。{} may sign in at once; a record was written.", person, person);
            return 0;
        }
    }
}
