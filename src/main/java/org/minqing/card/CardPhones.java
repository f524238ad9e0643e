package org.minqing.card;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minqing.database.TimeColumn;
import org.minqing.people.AccountChanged;
import org.minqing.problem.InvalidInput;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers that people have printed on cards: each says his own, and what he says is for everybody. */
@Service
public class CardPhones {

    private static final Pattern PHONE = Pattern.compile("[0-9][0-9 -]{5,18}[0-9]");

    private final JdbcClient jdbc;
    private final InstantSource clock;

    CardPhones(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<String> of(String person) {
        return Optional.ofNullable(of(List.of(person)).get(person));
    }

    /** By user id, without those who said none. */
    Map<String, String> of(Collection<String> people) {
        return jdbc
                .sql("select person, phone from contact_card_phone where person = any (?)")
                .param(people.toArray(String[]::new))
                .query((rs, row) -> Map.entry(rs.getString("person"), rs.getString("phone")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * @param typed empty to have none printed
     * @throws InvalidInput if it is no number
     */
    @Transactional
    public void keep(String person, String typed) {
        var phone = typed.strip();
        if (phone.isEmpty()) {
            forget(person);
            return;
        }
        if (!PHONE.matcher(phone).matches()) {
            throw new InvalidInput("cardPhone", "请填电话号码，例如 13800000000", "must be a phone number");
        }
        jdbc.sql("""
                        insert into contact_card_phone (person, phone, changed_at) values (?, ?, ?)
                        on conflict (person) do update set phone = excluded.phone, changed_at = excluded.changed_at""").params(person, phone, TimeColumn.of(clock.instant())).update();
    }

    /** Whoever has left is called no more. */
    @EventListener
    void on(AccountChanged e) {
        if (e.closed()) {
            forget(e.person());
        }
    }

    private void forget(String person) {
        jdbc.sql("delete from contact_card_phone where person = ?")
                .param(person)
                .update();
    }
}
