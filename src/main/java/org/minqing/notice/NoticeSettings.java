package org.minqing.notice;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.minqing.people.AccountChanged;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where somebody of staff is reached and when he is not to be disturbed: his own to say, and nobody else reads it. */
@Component
public class NoticeSettings {

    private static final Pattern MAIL = Pattern.compile("[^@\\s<>\",;]{1,64}@[A-Za-z0-9.-]{1,120}\\.[A-Za-z]{2,20}");
    private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}");

    /**
     * Each empty where it is not said; hours as {@code 22:00}, by Shanghai's time.
     *
     * @param silenced codes of what he does without, see {@link OwnChannels}
     */
    public record Typed(String mail, String phone, String from, String to, Set<String> silenced) {}

    private final JdbcClient jdbc;
    private final OwnChannels channels;

    NoticeSettings(JdbcClient jdbc, OwnChannels channels) {
        this.jdbc = jdbc;
        this.channels = channels;
    }

    public Typed of(String person) {
        return jdbc.sql("""
                        select coalesce(mail, '') mail, coalesce(phone, '') phone,
                          coalesce(to_char(quiet_from, 'HH24:MI'), '') quiet_from,
                          coalesce(to_char(quiet_to, 'HH24:MI'), '') quiet_to
                        from notice_setting where person = ?""")
                .param(person)
                .query((row, index) -> new Typed(
                        row.getString("mail"),
                        row.getString("phone"),
                        row.getString("quiet_from"),
                        row.getString("quiet_to"),
                        channels.silenced(person)))
                .optional()
                .orElse(new Typed("", "", "", "", Set.of()));
    }

    /**
     * @param locality where he works
     * @throws InvalidInput naming each field that cannot be that
     */
    public void keep(String person, String locality, Typed typed) {
        var problems = new ArrayList<>(channels.problems(locality, typed.silenced()));
        if (!typed.mail().isEmpty() && !MAIL.matcher(typed.mail()).matches()) {
            problems.add(new FieldProblem("mail", "不是邮箱地址", "is no mail address"));
        }
        if (!typed.phone().isEmpty() && !PHONE.matcher(typed.phone()).matches()) {
            problems.add(new FieldProblem("phone", "请填 11 位手机号", "must be a mobile number of 11 digits"));
        }
        var from = hour("quietFrom", typed.from(), problems);
        var to = hour("quietTo", typed.to(), problems);
        if (problems.isEmpty() && (from == null) != (to == null)) {
            problems.add(new FieldProblem(from == null ? "quietFrom" : "quietTo", "开始和结束要一起填，或者都不填", "both or none"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        jdbc.sql("""
                        insert into notice_setting (person, mail, phone, quiet_from, quiet_to, silenced)
                        values (?, nullif(?, ''), nullif(?, ''), ?, ?, ?)
                        on conflict (person) do update set mail = excluded.mail, phone = excluded.phone,
                          quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                          silenced = excluded.silenced""")
                .params(
                        person,
                        typed.mail(),
                        typed.phone(),
                        from,
                        to,
                        typed.silenced().toArray(String[]::new))
                .update();
    }

    /** Of whoever has left we need no telephone number. */
    @EventListener
    void on(AccountChanged e) {
        if (e.closed()) {
            jdbc.sql("delete from notice_setting where person = ?")
                    .param(e.person())
                    .update();
        }
    }

    private static LocalTime hour(String field, String text, List<FieldProblem> problems) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            problems.add(new FieldProblem(field, "请填时间，如 22:00", "must be a time such as 22:00"));
            return null;
        }
    }
}
