package org.minqing.household;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.minqing.code.Coded;
import org.minqing.database.Conditions;
import org.minqing.database.TimeColumn;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at what is sensitive of a household, for whoever audits that: within his locality, and never what was seen. */
@Service
public class HouseholdLooks {

    /** On which way. */
    public enum Way implements Coded {
        FILE("file", "住户档案"),
        CHANGE("change", "修改成员"),
        /** He asked which households have somebody of a sensitive group, and was shown this one. */
        SEARCH("search", "按敏感群体查找"),
        EXPORT_ASKED("export-asked", "申请导出"),
        EXPORT_ALLOWED("export-allowed", "批准导出"),
        EXPORT_REFUSED("export-refused", "不同意导出"),
        /** He took the file of all that he sees along. */
        EXPORT_TAKEN("export-taken", "下载导出");

        private final String code;
        private final String label;

        Way(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        /** Whether anything was shown to him on it. */
        public boolean shows() {
            return this != EXPORT_ASKED && this != EXPORT_ALLOWED && this != EXPORT_REFUSED;
        }
    }

    /**
     * @param person    user id; null for everybody
     * @param household null for all; of one, what was exported with all others belongs to it too
     * @param from      first moment, null for no limit
     * @param until     first moment behind, null for no limit
     */
    public record Filter(String person, String household, Instant from, Instant until) {}

    /**
     * @param household null for all of the locality, as they are exported
     * @param sensitive whether he was shown health, minors and poverty too
     */
    public record Look(
            Instant at, String person, UUID household, String unit, String purpose, boolean sensitive, Way way) {}

    private static final String OF_LOCALITY = " from household_look l where l.locality = :locality";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final HouseholdAccess access;

    HouseholdLooks(JdbcClient jdbc, InstantSource clock, HouseholdAccess access) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.access = access;
    }

    /**
     * The caller has checked that he sees the household, and shows nothing unless this is written down in the same transaction.
     *
     * @return whether what is sensitive may be shown as well
     * @throws InvalidInput if no purpose is given
     */
    @Transactional
    public boolean look(StaffMember person, Household household, String typed, Way way) {
        var purpose = HouseholdPurposes.read("lookPurpose", typed);
        var sensitive = access.sensitive(person, household.unit());
        jdbc.sql("""
                        insert into household_look (locality, household, unit, person, purpose, sensitive, way, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        household.locality(),
                        household.id(),
                        household.unit(),
                        person.userId(),
                        purpose,
                        sensitive,
                        way.code(),
                        TimeColumn.of(clock.instant()))
                .update();
        return sensitive;
    }

    /** A step on the way of a file of all households; only whoever takes it along is shown anything. */
    @Transactional
    public void export(StaffMember person, String unit, UUID export, String purpose, Way way) {
        jdbc.sql("""
                        insert into household_look (locality, export, unit, person, purpose, sensitive, way, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        person.locality(),
                        export,
                        unit,
                        person.userId(),
                        purpose,
                        way == Way.EXPORT_TAKEN,
                        way.code(),
                        TimeColumn.of(clock.instant()))
                .update();
    }

    public long count(StaffMember auditor, Filter filter) {
        return asked("select count(*)", filter, "", auditor).query(Long.class).single();
    }

    /** Newest first. */
    public List<Look> find(StaffMember auditor, Filter filter, int most, long before) {
        return asked("select l.*", filter, " order by l.id desc limit :most offset :before", auditor)
                .param("most", most)
                .param("before", before)
                .query((rs, row) -> new Look(
                        TimeColumn.read(rs, "at"),
                        rs.getString("person"),
                        rs.getObject("household", UUID.class),
                        rs.getString("unit"),
                        rs.getString("purpose"),
                        rs.getBoolean("sensitive"),
                        Coded.of(Way.class, rs.getString("way"))))
                .list();
    }

    /** User ids of everybody who ever looked, whether or not he still works here. */
    public List<String> people(StaffMember auditor) {
        return asked("select distinct l.person", new Filter(null, null, null, null), " order by l.person", auditor)
                .query(String.class)
                .list();
    }

    private StatementSpec asked(String select, Filter filter, String order, StaffMember auditor) {
        var conditions = new Conditions()
                .when("l.person = :person", filter.person())
                .when("(l.household = cast(:household as uuid) or l.household is null)", filter.household())
                .when("l.at >= :from", filter.from())
                .when("l.at < :until", filter.until());
        return jdbc.sql(select + OF_LOCALITY + conditions.and() + order)
                .params(conditions.values())
                .param("locality", auditor.locality());
    }
}
