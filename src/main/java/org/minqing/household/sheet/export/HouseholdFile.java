package org.minqing.household.sheet.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.minqing.file.Download;
import org.minqing.file.FileFormat;
import org.minqing.file.TextSheets;
import org.minqing.household.Household;
import org.minqing.household.HouseholdRows;
import org.minqing.household.KeyGroup;
import org.minqing.household.KeyGroups;
import org.minqing.household.Member;
import org.minqing.household.Members;
import org.minqing.household.OwnerKind;
import org.minqing.household.Owners;
import org.minqing.household.sheet.SheetColumn;
import org.minqing.household.sheet.SheetHeadings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Households as a workbook, under the headings under which they are brought in. Each cell is a text, whatever it begins with. The
 * database gives a reader those alone that he may see; some at a time, so that a whole town takes no more room than they.
 */
@Component
public class HouseholdFile {

    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final SheetHeadings headings;
    private final Members members;
    private final Owners owners;
    private final KeyGroups groups;
    private final Localities localities;
    private final Colleagues colleagues;
    private final Download download;

    HouseholdFile(
            JdbcClient jdbc,
            SheetHeadings headings,
            Members members,
            Owners owners,
            KeyGroups groups,
            Localities localities,
            Colleagues colleagues,
            Download download) {
        this.jdbc = jdbc;
        this.headings = headings;
        this.members = members;
        this.owners = owners;
        this.groups = groups;
        this.localities = localities;
        this.colleagues = colleagues;
        this.download = download;
    }

    /** The headings alone, to be filled in. */
    public void template(String locality, HttpServletResponse response) throws IOException {
        write("household-template", locality, response, sheet -> {});
    }

    /** All that this person sees. That he takes them along is written down already. */
    public void all(StaffMember person, HttpServletResponse response) throws IOException {
        write("households", person.locality(), response, sheet -> {
            var last = new String[] {"", ""};
            for (var some = next(person.locality(), last); !some.isEmpty(); some = next(person.locality(), last)) {
                lines(person.locality(), some, sheet);
                var end = some.get(some.size() - 1);
                last[0] = end.unit();
                last[1] = HouseholdRows.key(end.address());
            }
        });
    }

    private interface Lines {
        void to(TextSheets sheet);
    }

    private void write(String what, String locality, HttpServletResponse response, Lines lines) throws IOException {
        download.announce(FileFormat.XLSX, what, locality, response);
        var book = new Workbook(response.getOutputStream(), "minqing", "1.0");
        var sheet = new TextSheets(book, "住户", SheetColumn.widths());
        sheet.line(headings.of(locality).values().toArray());
        lines.to(sheet);
        sheet.finish();
        book.finish();
    }

    private List<Household> next(String locality, String[] behind) {
        return jdbc.sql("""
                        select * from household where locality = ? and ended is null and (unit, address_key) > (?, ?)
                        order by unit, address_key limit ?""")
                .params(locality, behind[0], behind[1], AT_A_TIME)
                .query(HouseholdRows::household)
                .list();
    }

    private void lines(String locality, List<Household> some, TextSheets sheet) {
        var ids = some.stream().map(Household::id).toList();
        var people = members.of(ids);
        var workers = names(owners.named(ids, OwnerKind.WORKER));
        var covering = names(owners.named(ids, OwnerKind.COVERING));
        var place = localities.get(locality);
        for (var household : some) {
            for (var member : people.getOrDefault(household.id(), List.of())) {
                var about = member.about();
                sheet.line(
                        place.name(),
                        UnitTree.name(place, household.unit()),
                        household.address(),
                        about.name(),
                        about.relation(),
                        text(about.born()),
                        text(about.phone()),
                        groups(locality, member),
                        text(workers.get(household.id())),
                        text(covering.get(household.id())),
                        "");
            }
        }
    }

    private Map<UUID, String> names(Map<UUID, String> people) {
        var names = colleagues.names(Set.copyOf(people.values()));
        return people.entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, one -> names.getOrDefault(one.getValue(), one.getValue())));
    }

    private String groups(String locality, Member member) {
        return member.about().groups().stream()
                .flatMap(code -> groups.find(locality, code).stream())
                .map(KeyGroup::name)
                .collect(Collectors.joining("、"));
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
