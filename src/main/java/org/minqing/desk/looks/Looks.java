package org.minqing.desk.looks;

import java.util.List;
import java.util.stream.Collectors;
import org.minqing.access.ContactLooks;
import org.minqing.access.LookWay;
import org.minqing.page.Search;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Looks, with names where the reader's locality has one. */
@Component
class Looks {

    static final int PAGE = 50;

    private final ContactLooks looks;
    private final Colleagues colleagues;

    Looks(ContactLooks looks, Colleagues colleagues) {
        this.looks = looks;
        this.colleagues = colleagues;
    }

    LookPage find(StaffMember reader, LookQuestion question, List<Colleagues.Colleague> known) {
        var names = known.stream().collect(Collectors.toMap(Colleagues.Colleague::userId, Colleagues.Colleague::label));
        var filter = question.filter();
        var total = looks.count(reader, filter);
        var rows = looks.find(reader, filter, PAGE, Search.before(question.page(), PAGE)).stream()
                .map(look -> new LookPage.LookLine(
                        Times.iso(look.at()),
                        names.getOrDefault(look.person(), look.person()),
                        look.appeal(),
                        look.purpose(),
                        look.way() == null ? "" : look.way().label(),
                        look.way() == LookWay.EXPORT))
                .toList();
        return new LookPage(total, question.page(), Search.pages(total, PAGE), rows);
    }

    /** Everybody who can be asked for: whoever ever looked. */
    List<Colleagues.Colleague> people(StaffMember reader) {
        return colleagues.called(reader.locality(), looks.people(reader));
    }
}
