package org.minqing.support;

import java.time.Instant;
import javax.sql.DataSource;
import org.minqing.sla.Alarm;
import org.minqing.sla.Alarms;
import org.minqing.sla.TimerLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the auditor's desk share: appeals of Ganshui that were handled in time or late, and the auditor. */
public abstract class AuditTalk extends Talk {

    public static final String TITLE = "不该让审计员看见的标题";
    public static final String WORDS = "不该让审计员看见的原话";
    public static final String PHONE = "023-5550-0177";

    @Autowired
    protected Alarms alarms;

    @Autowired
    protected DataSource application;

    protected Api auditor() {
        return api.as("ganshui-auditor");
    }

    protected String submitted() {
        return submitted("ganshui", "ganshui-erju-01");
    }

    protected String submitted(String locality, String unit) {
        var body = sound();
        body.put("locality", locality)
                .put("category", "other")
                .put("title", TITLE)
                .put("description", WORDS);
        body.putObject("location").put("unit", unit).put("address", "不该让审计员看见的地址");
        body.putObject("resident").put("name", "不该看见的居民").put("phone", PHONE);
        return accepted(body).path("number").asText();
    }

    protected void responded(String number) {
        done("ganshui-grid-01", "respondAppeal", number, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"不该看见的现场情况"}""");
    }

    /** The first response comes an hour after its limit. */
    protected String late() {
        var number = submitted();
        time.pass("PT25H");
        responded(number);
        return number;
    }

    protected void touched(String number) {
        alarms.raise(new Alarm(
                number,
                TimerLog.Timer.LIMIT,
                Alarm.Kind.MOVED,
                "ganshui-supervisor",
                Instant.parse("2026-04-08T02:00:00Z"),
                Instant.parse("2026-05-01T02:00:00Z"),
                time.instant()));
    }

    /** While somebody who owns the table has changed a row of the ledger. */
    protected void tampered(long id, Runnable meanwhile) {
        var before = jdbc.sql("select detail from sla_ledger where id = ?")
                .param(id)
                .query(String.class)
                .single();
        write(id, "=cmd|' /C calc'!A0");
        try {
            meanwhile.run();
        } finally {
            write(id, before);
        }
    }

    private void write(long id, String detail) {
        var owner = JdbcClient.create(Owner.of(application));
        owner.sql("alter table sla_ledger disable trigger user").update();
        owner.sql("update sla_ledger set detail = ? where id = ?")
                .params(detail, id)
                .update();
        owner.sql("alter table sla_ledger enable trigger user").update();
    }
}
