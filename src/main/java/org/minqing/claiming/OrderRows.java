package org.minqing.claiming;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minqing.appeal.Actor;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders and what came of them. */
@Repository
class OrderRows {

    private static final String ORDERS = "select * from claim_order o where ";

    private static final String OPEN =
            "not exists (select from claim_step s where s.offer = o.id and s.step = 'closed') and ";

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest of an appeal, closed or not. */
    Optional<Order> latest(String appeal) {
        return with(jdbc.sql(ORDERS + "appeal = ? order by round desc limit 1")
                        .param(appeal)
                        .query((rs, row) -> map(rs))
                        .list())
                .stream()
                .findFirst();
    }

    /** Open ones of which one of these groups is offered something, or of which this person is a member; the oldest first. */
    List<Order> open(Collection<String> groups, String person) {
        return with(jdbc.sql(ORDERS + OPEN + """
                        (leaders && :groups::text[] or volunteers && :groups::text[]
                            or exists (select from claim_step s where s.offer = o.id and s.person = :person)) order by id""")
                .param("groups", groups.toArray(String[]::new))
                .param("person", person)
                .query((rs, row) -> map(rs))
                .list());
    }

    /** Open ones of these appeals. */
    List<Order> open(Collection<String> appeals) {
        return with(jdbc.sql(ORDERS + OPEN + "appeal = any (?)")
                .param(appeals.toArray(String[]::new))
                .query((rs, row) -> map(rs))
                .list());
    }

    void offer(String appeal, int round, Instant now, Order terms) {
        jdbc.sql("""
                insert into claim_order (appeal, round, offered_at, leaders, leaders_until, volunteers, volunteers_until,
                    post_waits, team) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        appeal,
                        round,
                        TimeColumn.of(now),
                        terms.leaders().toArray(String[]::new),
                        TimeColumn.of(terms.leadersUntil()),
                        terms.volunteers().toArray(String[]::new),
                        TimeColumn.of(terms.volunteersUntil()),
                        terms.postWaits(),
                        terms.team())
                .update();
    }

    /** @param step claimed, joined, left, givenBack or closed */
    void step(Order order, String step, Actor by, Instant now, String holding, String words) {
        jdbc.sql(
                        "insert into claim_step (offer, appeal, step, at, person, person_as, holding, words) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(order.id(), order.appeal(), step, TimeColumn.of(now), by.person(), by.as(), holding, words)
                .update();
    }

    private List<Order> with(List<Order> orders) {
        if (orders.isEmpty()) {
            return orders;
        }
        Map<Long, List<Order.Step>> steps = jdbc
                .sql("select * from claim_step where offer = any (?) order by id")
                .param(orders.stream().map(Order::id).toArray(Long[]::new))
                .query((rs, row) -> Map.entry(rs.getLong("offer"), step(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return orders.stream()
                .map(o -> o.with(steps.getOrDefault(o.id(), List.of())))
                .toList();
    }

    private static Order.Step step(ResultSet rs) throws SQLException {
        return new Order.Step(
                rs.getString("step"),
                TimeColumn.read(rs, "at"),
                rs.getString("person"),
                rs.getString("person_as"),
                rs.getString("holding"),
                rs.getString("words"));
    }

    private static Order map(ResultSet rs) throws SQLException {
        return new Order(
                rs.getLong("id"),
                rs.getString("appeal"),
                rs.getInt("round"),
                TimeColumn.read(rs, "offered_at"),
                strings(rs.getArray("leaders")),
                TimeColumn.read(rs, "leaders_until"),
                strings(rs.getArray("volunteers")),
                TimeColumn.read(rs, "volunteers_until"),
                rs.getBoolean("post_waits"),
                rs.getInt("team"),
                List.of());
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
