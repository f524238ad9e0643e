package org.minqing.relay;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps who told of a matter for another (表 {@code appeal_relay}). Who he is and how to reach him is personal data like that of
 * the resident: it is given out where that is, and nowhere else.
 */
@Repository
public class Relaying {

    /** @param as Chinese name of his role */
    public record Told(String as, String name, String phone) {}

    private final JdbcClient jdbc;
    private final Relays relays;

    Relaying(JdbcClient jdbc, Relays relays) {
        this.jdbc = jdbc;
        this.relays = relays;
    }

    /** The first who told of it first. */
    public void keep(String appeal, List<Relayer> relayers) {
        for (int i = 0; i < relayers.size(); i++) {
            var relayer = relayers.get(i);
            jdbc.sql("insert into appeal_relay (appeal, step, relayer, name, phone) values (?, ?, ?, ?, ?)")
                    .params(appeal, i + 1, relayer.as(), relayer.name(), relayer.phone())
                    .update();
        }
    }

    /** The caller has written down who looks, and why. */
    public List<Told> of(String appeal) {
        return jdbc.sql("select relayer, name, phone from appeal_relay where appeal = ? order by step")
                .param(appeal)
                .query((rs, i) ->
                        new Told(relays.name(rs.getString("relayer")), rs.getString("name"), rs.getString("phone")))
                .list();
    }
}
