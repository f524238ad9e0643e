package org.minqing.household.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.minqing.household.Bringing.Amendment;
import org.minqing.household.Household;
import org.minqing.household.Member;
import org.minqing.household.Member.About;
import org.minqing.household.Members;

/** One household of a sheet beside what is there. What a sheet leaves out stays as it is, and nobody is taken away. */
final class Comparison {

    private final ListedHousehold listed;
    private final Map<SheetColumn, String> headings;
    private final Matching.There there;
    private final BiFunction<UUID, List<String>, List<String>> fresh;
    private final int mostMembers;
    private final List<RowError> errors = new ArrayList<>();

    /** @param fresh those lines that are not noted of a household yet */
    Comparison(
            ListedHousehold listed,
            Map<SheetColumn, String> headings,
            Matching.There there,
            BiFunction<UUID, List<String>, List<String>> fresh,
            int mostMembers) {
        this.listed = listed;
        this.headings = headings;
        this.there = there;
        this.fresh = fresh;
        this.mostMembers = mostMembers;
    }

    Match match() {
        var household = there.households().get(listed.key());
        if (household == null) {
            listed.people().forEach(person -> elsewhere(null, person));
            return new Match(listed, null, null, errors);
        }
        if (there.barred().contains(household.id())) {
            wrong(listed.row(), SheetColumn.ADDRESS, "这一户不由您导入");
        } else if (!household.unit().equals(listed.unit())) {
            wrong(listed.row(), SheetColumn.UNIT, "这个地址登记在另一个单位，一户只能在一个单位");
        } else {
            var amendment = amendment(household);
            if (errors.isEmpty()) {
                return new Match(listed, household, amendment, errors);
            }
        }
        return new Match(listed, null, null, errors);
    }

    private void wrong(int row, SheetColumn column, String zh) {
        errors.add(new RowError(row, headings.get(column), zh));
    }

    private Amendment amendment(Household household) {
        var members = there.members().getOrDefault(household.id(), List.of());
        var changed = new LinkedHashMap<UUID, About>();
        var added = new ArrayList<About>();
        for (var person : listed.people()) {
            var same = same(members, person.about());
            if (same.size() > 1) {
                wrong(person.row(), SheetColumn.BORN, "这一户有几位同名的，请写全出生日期");
            } else if (same.isEmpty()) {
                elsewhere(household.id(), person);
                added.add(person.about());
            } else {
                var merged = merged(same.get(0).about(), person.about());
                if (!merged.equals(same.get(0).about())) {
                    changed.put(same.get(0).id(), merged);
                }
            }
        }
        if (members.size() + added.size() > mostMembers && !added.isEmpty()) {
            wrong(listed.row(), SheetColumn.ADDRESS, "加上已经登记的，一户最多 " + mostMembers + " 人");
        }
        return new Amendment(
                changed,
                added,
                fresh.apply(household.id(), listed.notes()),
                other(listed.worker(), there.workers().get(household.id())),
                other(listed.covering(), there.covering().get(household.id())));
    }

    private static String other(String listed, String now) {
        return Objects.equals(listed, now) ? null : listed;
    }

    private static List<Member> same(List<Member> members, About about) {
        var may = members.stream()
                .filter(member -> SamePerson.may(member.about(), about))
                .toList();
        var exactly = may.stream()
                .filter(member -> Objects.equals(member.about().born(), about.born()))
                .toList();
        return exactly.size() == 1 ? exactly : may;
    }

    /** Somebody lives in one household only; where another has him, he is not written down twice. */
    private void elsewhere(UUID household, ListedHousehold.Person person) {
        var about = person.about();
        var known = there.namesakes().getOrDefault(Members.plain(about.name()), List.of());
        if (SamePerson.certain(about)
                && known.stream()
                        .anyMatch(member -> !member.household().equals(household)
                                && about.born().equals(member.about().born()))) {
            wrong(person.row(), SheetColumn.NAME, "同名、同一天出生的人已经登记在别的一户；确是两个人的，在档案里添加");
        }
    }

    /** What is written more exactly stays; a phone that has the same digits is the same. */
    private static About merged(About now, About listed) {
        return new About(
                now.name(),
                listed.relation(),
                longer(now.born(), listed.born()),
                listed.phone() == null || digits(listed.phone()).equals(digits(now.phone()))
                        ? now.phone()
                        : listed.phone(),
                listed.groups().isEmpty() || new HashSet<>(listed.groups()).equals(new HashSet<>(now.groups()))
                        ? now.groups()
                        : listed.groups());
    }

    private static String longer(String one, String other) {
        return one == null || other != null && other.length() > one.length() ? other : one;
    }

    private static String digits(String phone) {
        return phone == null ? "" : phone.replaceAll("[^0-9]", "");
    }
}
