package org.minqing.shell;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.minqing.access.Registering;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** What stands in the header, by role. It opens nothing: the access table decides, and here is only what it lets in. */
@Component
class HeaderLinks {

    /** In the order of the header. */
    private enum Entry {
        TASKS("待办", "/desk", (rules, it) -> it.locality() != null),
        HOME("首页", "/desk", (rules, it) -> it.locality() == null),
        REGISTER(
                "登记", "/desk/register", (rules, it) -> rules.atDesk(it.groups()).isPresent()),
        REPORT(
                "登记",
                "/desk/report",
                (rules, it) -> rules.atDesk(it.groups()).isEmpty()
                        && rules.outdoors(it.groups()).isPresent()),
        SUPERVISION("督办", "/desk/supervision", (rules, it) -> it.is(Role.SUPERVISOR)),
        LEDGER("台账", "/desk/ledger", (rules, it) -> it.is(Role.AUDITOR)),
        MAP("地图", "/desk/map", (rules, it) -> it.locality() != null),
        SEARCH("搜索", "/desk/search", (rules, it) -> it.locality() != null),
        PEOPLE("人员", "/admin/people", (rules, it) -> it.administrator()),
        NOTICES("通知", "/admin/notices", (rules, it) -> it.administrator()),
        COCKPIT("流程", "/camunda/app/cockpit/default/", (rules, it) -> it.administrator() || it.is(Role.SUPERVISOR)),
        ME("我", "/desk/me", (rules, it) -> true);

        private final String label;
        private final String href;
        private final BiPredicate<Registering, StaffMember> shown;

        Entry(String label, String href, BiPredicate<Registering, StaffMember> shown) {
            this.label = label;
            this.href = href;
            this.shown = shown;
        }

        /** The page itself and what lies below it; below the desk lies everything. */
        boolean holds(String path) {
            var tasks = href.equals("/desk")
                    && (path.startsWith("/desk/tasks") || path.startsWith("/camunda/app/tasklist"));
            return tasks
                    || path.equals(href)
                    || !href.equals("/desk") && path.startsWith(href.endsWith("/") ? href : href + "/");
        }
    }

    private final Registering registering;

    HeaderLinks(Registering registering) {
        this.registering = registering;
    }

    /** @param path of the page that is shown */
    List<HeaderLink> of(StaffMember person, String path) {
        var shown = Stream.of(Entry.values())
                .filter(entry -> entry.shown.test(registering, person))
                .toList();
        var here = shown.stream()
                .filter(entry -> entry.holds(path))
                .max(Comparator.comparingInt(entry -> entry.href.length()))
                .orElse(null);
        return shown.stream()
                .map(entry -> new HeaderLink(entry.label, entry.href, entry == here))
                .toList();
    }
}
