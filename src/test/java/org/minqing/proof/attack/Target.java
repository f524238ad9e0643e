package org.minqing.proof.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.support.Api;
import org.minqing.support.Session;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node with appeals in two localities: one whose people attack, and one whose residents' words are looked for. */
final class Target {

    private static final String WORDS = "密语";
    private static final String NAME = "欧阳密名";
    private static final String PHONE = "0999-555-7931";

    private final Api api;
    private final Offers offers;
    private final List<Attacker> attackers;

    /** @param owner a look at the tables, for ids only */
    Target(Api api, JdbcClient owner) {
        this.api = api;
        for (var i = 0; i < 3; i++) {
            file("shibu", "shibu-chengxi-1-01", "楼道灯坏了", "", "");
            file("xinanjie", "xinanjie-1-01", WORDS, NAME, PHONE);
        }
        hire();
        offers = new Offers(owner);
        attackers = Stream.concat(
                        Stream.of(Attacker.anonymous(api)),
                        Stream.of(
                                        "shibu-grid-01",
                                        "shibu-secretary-chengxi",
                                        "shibu-construction",
                                        "shibu-dispatcher",
                                        "shibu-caller",
                                        "shibu-supervisor",
                                        "shibu-registrar",
                                        "shibu-auditor",
                                        "admin")
                                .map(user -> Attacker.of(api, user)))
                .toList();
    }

    /** Accounts that administrators find when they attack, and that nobody else needs. */
    private void hire() {
        var admin = Session.of(api, "admin");
        for (var i = 0; i < 3; i++) {
            var user = "attacked-" + Long.toString(System.nanoTime(), 36);
            var answer = admin.submit(
                    "/admin/people/new",
                    "locality=ganshui&name=attacked&password=only-for-this&post=ganshui-erju-01-grid-worker&user="
                            + user);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
        }
    }

    private void file(String locality, String unit, String title, String name, String phone) {
        var body = new ObjectMapper().createObjectNode();
        body.put("locality", locality)
                .put("channel", "phone")
                .put("category", "other")
                .put("title", title + "标题")
                .put("description", title + "，三楼楼道灯不亮已经两天。");
        body.putObject("location").put("unit", unit);
        if (!name.isEmpty()) {
            body.putObject("resident").put("name", name).put("phone", phone);
        }
        var answer = api.submit(body.toString());
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.raw().body());
        }
    }

    Attack attack() {
        return new Attack(port(), offers, attackers, secrets());
    }

    List<String> secrets() {
        return List.of(WORDS, NAME, PHONE);
    }

    Offers offers() {
        return offers;
    }

    int port() {
        return URI.create(api.base()).getPort();
    }
}
