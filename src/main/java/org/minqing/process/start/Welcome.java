package org.minqing.process.start;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.minqing.database.DatabaseKind;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last thing a start says: where to look, and on the embedded database who can sign in. */
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Localities localities;
    private final DemonstrationPeople people;
    private final DemonstrationAppeals appeals;
    private final DatabaseKind database;

    Welcome(Localities localities, DemonstrationPeople people, DemonstrationAppeals appeals, DatabaseKind database) {
        this.localities = localities;
        this.people = people;
        this.appeals = appeals;
        this.database = database;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        appeals.create();
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
            var server = web.getWebServer();
            LOG.info("{}", text("http://127.0.0.1:" + (server == null ? 0 : server.getPort())));
        }
    }

    private String text(String base) {
        var lines = new ArrayList<String>(List.of(
                "",
                "民情 Minqing",
                "  群众提交、查询、评价   " + base + "/",
                "  工作人员登录           " + base + "/sign-in",
                "  待办 Tasklist          " + base + "/camunda/app/tasklist/default/",
                "  督办 Cockpit           " + base + "/camunda/app/cockpit/default/"));
        if (database.embedded()) {
            var passwords = people.passwords();
            lines.add("");
            lines.add("  演示账号（同 " + people.file() + "）");
            lines.add("  " + pad("镇街", 14) + pad("账号", 34) + pad("密码", 18) + "岗位");
            for (var locality : localities.all()) {
                for (var person : locality.people()) {
                    lines.add(line(locality, person, passwords.get(person.user())));
                }
            }
            lines.add("  " + pad("", 14) + pad(DemonstrationPeople.ADMINISTRATOR, 34)
                    + pad(passwords.get(DemonstrationPeople.ADMINISTRATOR), 18) + "系统管理员");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(Locality locality, Person person, String password) {
        var posts = person.memberships().stream().map(Holding::label).collect(Collectors.joining("、"));
        return "  " + pad(locality.name(), 14) + pad(person.user(), 34) + pad(password, 18) + posts;
    }

    /** A Chinese character is as wide as two Latin ones in a terminal. */
    private static String pad(String text, int width) {
        var used = text.codePoints().map(c -> c > 0x2E7F ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, width - used));
    }
}
