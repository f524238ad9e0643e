package org.minqing.household;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.minqing.access.AppealAccess;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.database.TimeColumn;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which appeals are about a household, or about somebody in it: from the household to the person to the matter (S1-4). */
@Service
public class HouseholdAppeals {

    /** @param member null for the household as a whole */
    public record Matter(UUID member, Appeal appeal) {}

    private record Tie(String appeal, UUID member) {}

    private final JdbcClient jdbc;
    private final Appeals appeals;
    private final AppealAccess access;
    private final HouseholdAccess households;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    HouseholdAppeals(
            JdbcClient jdbc,
            Appeals appeals,
            AppealAccess access,
            HouseholdAccess households,
            Members members,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.appeals = appeals;
        this.access = access;
        this.households = households;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /** Those alone that this person may see, newest first. The caller has checked that he sees the household. */
    public List<Matter> of(StaffMember person, UUID household) {
        var ties = jdbc.sql(
                        "select appeal, member from appeal_household where household = ? order by tied_at desc, appeal desc")
                .param(household)
                .query((rs, row) -> new Tie(rs.getString("appeal"), rs.getObject("member", UUID.class)))
                .list();
        var found = appeals.all(ties.stream().map(Tie::appeal).toList());
        return ties.stream()
                .map(tie -> new Matter(tie.member(), found.get(tie.appeal())))
                .filter(matter -> Objects.nonNull(matter.appeal()) && access.maySee(person, matter.appeal()))
                .toList();
    }

    /**
     * @param about id of a member; empty for the household as a whole
     * @throws InvalidInput if he sees no appeal of that number, or nobody of that id lives there
     * @throws Refusal      if he does not see the household
     */
    @Transactional
    public void tie(StaffMember person, String id, String number, String about) {
        var household = households.visible(person, id);
        var appeal = appeals.find(number)
                .filter(found -> access.maySee(person, found))
                .orElseThrow(() -> new InvalidInput("appeal", "没有这件诉求，或者您看不到", "unknown, or not yours to see"));
        var member = about.isEmpty()
                ? null
                : members.of(household.id()).stream()
                        .map(Member::id)
                        .filter(one -> one.toString().equals(about))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput("about", "请选这一户的成员", "is no member"));
        jdbc.sql("""
                        insert into appeal_household as a (appeal, household, member, tied_by, tied_at) values (?, ?, ?, ?, ?)
                        on conflict (appeal, household) do update set member = excluded.member""")
                .params(appeal.number(), household.id(), member, person.userId(), TimeColumn.of(clock.instant()))
                .update();
        events.publishEvent(new HouseholdChanged(household.id()));
    }

    /** @throws Refusal if he sees no such household, or no such appeal of it */
    @Transactional
    public void untie(StaffMember person, String id, String number) {
        var household = households.visible(person, id);
        var matter = of(person, household.id()).stream()
                .filter(one -> one.appeal().number().equals(number))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        jdbc.sql("delete from appeal_household where household = ? and appeal = ?")
                .params(household.id(), matter.appeal().number())
                .update();
        events.publishEvent(new HouseholdChanged(household.id()));
    }
}
