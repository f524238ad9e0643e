package org.minqing.proof.campaign;

import java.util.List;

/** What came of a race. */
final class RaceResult {

    private static final String VERDICTS =
            "sla_ledger l join campaign_case c on c.number = l.appeal and l.clock = 'RESPOND' and l.kind in ";

    private final Cluster cluster;
    private final Result r;

    RaceResult(Cluster cluster) {
        this.cluster = cluster;
        this.r = new Result(cluster);
    }

    Result of(String pairs, Completions completions, Moment moment) {
        r.figure("pairs", "%s", pairs);
        r.figure("409, sent again", "%d", completions.conflicts());
        r.figure(
                "from sending to the act, median at the end",
                "%d ms",
                moment.lead().toMillis());
        figures();
        r.none("answers that were neither 200 nor 409", completions.refused());
        checks();
        r.ledger(cluster);
        return r;
    }

    private void figures() {
        var count = "select count(*) from " + VERDICTS;
        r.value("MET", count + "('MET')");
        r.value("BREACHED, written by the timer", count + "('BREACHED') and l.detail = 'seen=timer'");
        r.value("BREACHED, written by the sweeper", count + "('BREACHED') and l.detail = 'seen=sweeper'");
        r.value("BREACHED, written by the act", count + "('BREACHED') and l.detail = 'seen=act'");
        var closest = "select round(extract(epoch from min(%s)) * 1000) || ' ms' from " + VERDICTS + "('%s')";
        r.value("closest MET before its due time", closest.formatted("c.due - l.occurred_at", "MET"));
        r.value("closest BREACHED after its due time", closest.formatted("l.occurred_at - c.due", "BREACHED"));
        for (var within : List.of(1, 5, 20, 100)) {
            r.value("completed within " + within + " ms of due", """
                    select count(*) from sla_clock s join campaign_case c on c.number = s.appeal and s.clock = 'RESPOND'
                    where abs(extract(epoch from s.stopped_at - c.due)) * 1000 <= %d""".formatted(within));
        }
    }

    private void checks() {
        r.none("clocks without exactly one verdict", """
                select count(*) from campaign_case c where 1 <> (select count(*) from sla_ledger l
                where l.appeal = c.number and l.clock = 'RESPOND' and l.kind in ('MET', 'BREACHED'))""");
        r.none(
                "verdicts that contradict their time",
                "select count(*) from " + VERDICTS
                        + "('MET', 'BREACHED') and (l.kind = 'MET') <> (l.occurred_at <= c.due)");
        r.none("DONE_LATE without breach, or breach without it", """
                select count(*) from campaign_case c where
                (select count(*) from sla_ledger l where l.appeal = c.number and l.clock = 'RESPOND' and l.kind = 'BREACHED') <>
                (select count(*) from sla_ledger l where l.appeal = c.number and l.clock = 'RESPOND' and l.kind = 'DONE_LATE')""");
        r.none(
                "clocks that disagree with the ledger",
                "select count(*) from " + VERDICTS
                        + "('MET', 'BREACHED') join sla_clock s on s.appeal = c.number and s.clock = 'RESPOND'"
                        + " where s.outcome <> l.kind or s.stopped_at is null or l.due_at <> c.due");
        r.value("timers that failed and were tried again", "select count(*) from act_hi_job_log where job_state_ = 1");
        r.value("why they failed", """
                select string_agg(distinct regexp_replace(left(job_exception_msg_, 200), '[[][^]]*[]]', ''), '; ')
                from act_hi_job_log where job_state_ = 1""");
        r.value("alarms of failing timers for auditors", """
                select count(*) from sla_alarm a join campaign_case c on c.number = a.appeal""");
        r.none("dead jobs", "select count(*) from act_ru_job where retries_ = 0");
    }
}
