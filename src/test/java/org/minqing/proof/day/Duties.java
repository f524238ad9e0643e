package org.minqing.proof.day;

import java.util.List;
import java.util.Set;

/** Who did what with an appeal, as its timeline and the tables have it, said here once more on its own. */
final class Duties {

    private static final String HANDLED =
            "'responded', 'contacted', 'contactMissed', 'arrived', 'dangerRemoved', 'progressed', 'opinionGiven', 'consulted', 'orderTaken', 'resulted', 'returned'";

    /** What people who handled an appeal do not do afterwards. */
    private static final Set<String> INDEPENDENT = Set.of("callResident", "checkContact", "reviewAppeal");

    /** Appeal, person and what he did in spite of the other. */
    private static final String TWICE = """
            with handled as (select coalesce(a.parent, a.number) as appeal, e.actor, min(e.id) as since
              from appeal_event e join appeal a on a.number = e.appeal where e.kind in (%1$s) and e.actor is not null
              group by 1, 2)
            select e.appeal || ' ' || e.actor || ' handled and called back' from appeal_event e join handled h
              on h.appeal = e.appeal and h.actor = e.actor where e.kind in ('callMissed', 'rated') and h.since < e.id
            union all
            select a.appeal || ' ' || a.person || ' handled and reviewed' from review_answer a
              join review_request r on r.id = a.request and not r.outside
              join handled h on h.appeal = a.appeal and h.actor = a.person join appeal_event e on e.id = h.since where e.at < a.at
            union all
            select c.appeal || ' ' || c.decided_by || ' handled and checked the contact' from contact_check c join handled h
              on h.appeal = c.appeal and h.actor = c.decided_by
              join appeal_event e on e.id = h.since where e.at < c.decided_at
            union all
            select appeal || ' ' || decided_by || ' asked for more time and granted it' from limit_change where decided_by = asked_by
            union all
            select c.appeal || ' ' || s.person || ' corrected and granted it' from appeal_correction c
              join appeal_correction_step s on s.correction = c.id
              where s.step in ('granted', 'refused') and s.person = c.person
            union all
            select e.appeal || ' ' || e.actor || ' acted in what is about himself' from appeal_event e join appeal_subject s
              on s.appeal = e.appeal and s.person = e.actor where e.at > s.named_at""".formatted(HANDLED);

    private Duties() {}

    /** Whether somebody must be refused that task, whatever post he holds. */
    static boolean excludes(Town town, String number, String person, String form) {
        return INDEPENDENT.contains(form)
                && town.owner()
                        .sql("select exists (select from appeal_event e join appeal a on a.number = e.appeal"
                                + " where ? in (a.number, a.parent) and e.actor = ? and e.kind in (" + HANDLED + "))")
                        .params(number, person)
                        .query(Boolean.class)
                        .single();
    }

    /** Empty if nobody did two things that exclude each other. */
    static List<String> broken(Town town) {
        return town.owner().sql(TWICE).query(String.class).list().stream()
                .filter(line -> town.ours(line.substring(0, line.indexOf(' '))))
                .toList();
    }
}
