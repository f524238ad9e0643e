package org.minqing.household;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.minqing.database.TimeColumn;
import org.minqing.household.secret.Secrets;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may not see one household, whatever post he holds: a relative, a party to a dispute (回避). */
@Service
public class Bars {

    /** @param person user id */
    public record Bar(UUID id, String person, String reason, Instant at) {}

    private static final String TABLE = "household_bar";
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final HouseholdAccess access;
    private final Colleagues colleagues;
    private final InstantSource clock;

    Bars(JdbcClient jdbc, Secrets secrets, HouseholdAccess access, Colleagues colleagues, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.access = access;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** Those that hold, oldest first. The caller has checked who asks. */
    public List<Bar> of(UUID household) {
        return jdbc.sql("select * from household_bar where household = ? and lifted_at is null order by barred_at, id")
                .param(household)
                .query((rs, row) -> new Bar(
                        rs.getObject("id", UUID.class),
                        rs.getString("person"),
                        SealedRow.open(secrets, TABLE, rs),
                        TimeColumn.read(rs, "barred_at")))
                .list();
    }

    /** The households from which somebody is barred now. */
    public Set<UUID> barring(String person) {
        return Set.copyOf(jdbc.sql("select household from household_bar where person = ? and lifted_at is null")
                .param(person)
                .query(UUID.class)
                .list());
    }

    /**
     * From now on he does not find it. Whoever bars himself sees it no more either.
     *
     * @param barred user id of somebody who works in the locality
     * @throws InvalidInput if there is nobody of that id there, he is barred already, or no reason is given
     * @throws Refusal      if whoever asks does not keep that household
     */
    @Transactional
    public void bar(StaffMember person, String id, String barred, String typed) {
        var household = access.kept(person, id);
        var reason = typed.strip();
        if (reason.isEmpty()) {
            throw new InvalidInput("barReason", "请写明回避原因", "is required");
        }
        TextRule.flaw("barReason", reason, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        if (colleagues.of(household.locality()).stream()
                .noneMatch(colleague -> colleague.userId().equals(barred))) {
            throw new InvalidInput("barred", "请从名单里选一位", "is nobody who works here");
        }
        if (of(household.id()).stream().anyMatch(bar -> bar.person().equals(barred))) {
            throw new InvalidInput("barred", "这位同事已经回避", "is barred already");
        }
        var row = UUID.randomUUID();
        var sealed = secrets.seal(SealedRow.place(TABLE, row), reason);
        jdbc.sql("""
                        insert into household_bar (id, household, person, secret, secret_key, secret_algorithm, barred_by, barred_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        row,
                        household.id(),
                        barred,
                        sealed.bytes(),
                        sealed.key(),
                        sealed.algorithm(),
                        person.userId(),
                        TimeColumn.of(clock.instant()))
                .update();
    }

    /** @throws Refusal if there is no such bar of that household */
    @Transactional
    public void lift(StaffMember person, String id, String bar) {
        var household = access.kept(person, id);
        var found = of(household.id()).stream()
                .filter(one -> one.id().toString().equals(bar))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        jdbc.sql("update household_bar set lifted_by = ?, lifted_at = ? where id = ?")
                .params(person.userId(), TimeColumn.of(clock.instant()), found.id())
                .update();
    }
}
