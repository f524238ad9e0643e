package org.minqing.desk.search;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.minqing.access.ResidentContacts;
import org.minqing.file.FileFormat;
import org.minqing.file.Sheet;
import org.minqing.organisation.Localities;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was found as a file: all pages, and of each appeal what the page shows. That somebody took it away is written down. */
@Service
class SearchExport {

    private final Searching searching;
    private final ResidentContacts contacts;
    private final Localities localities;
    private final InstantSource clock;

    SearchExport(Searching searching, ResidentContacts contacts, Localities localities, InstantSource clock) {
        this.searching = searching;
        this.contacts = contacts;
        this.localities = localities;
        this.clock = clock;
    }

    /** @throws org.minqing.problem.Refusal as {@link Searching#find} */
    @Transactional
    Sheet of(StaffMember person, SearchQuestion asked, FileFormat format) {
        var found = searching.all(person, asked);
        contacts.exported(person, "导出查找结果 " + found.rows().size() + " 件（" + format.code() + "）");
        var head = new ArrayList<>(List.of(
                List.of("地方", localities.get(person.locality()).name()),
                List.of("导出时间", Times.iso(clock.instant())),
                List.of("导出人", person.userId()),
                List.of("件数", Integer.toString(found.rows().size()))));
        if (found.cut()) {
            head.add(List.of("说明", "符合条件的太多，只有排在前面的一部分"));
        }
        return new Sheet(
                "search",
                "查找结果",
                head,
                found.columns().stream().map(SearchColumn::label).toList(),
                found.columns().stream().mapToDouble(SearchColumn::width).toArray(),
                found.rows().stream().map(Found.FoundLine::cells).toList());
    }
}
